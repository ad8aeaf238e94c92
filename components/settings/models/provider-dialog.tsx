'use client'

import { type FormEvent, useState } from 'react'
import type { ProviderView } from '@/lib/policy/views/workspace-views'
import { fieldError } from '../../api/api-error'
import { useCall, useRefresh } from '../../api/use-api'
import { Alert } from '../../ui/alert'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { toast } from '../../ui/toast'
import { PriceTable } from './price-table'
import { type ProviderDraft, providerDraft, toProviderBody } from './provider-draft'
import { ProviderFields } from './provider-fields'

type ProviderDialogProps = {
  /** Left out, a new one is added. */
  provider?: ProviderView
  open: boolean
  onOpenChange: (open: boolean) => void
}

export function ProviderDialog({ provider, open, onOpenChange }: ProviderDialogProps) {
  const { call, busy, error, cause } = useCall()
  const refresh = useRefresh()
  const [draft, setDraft] = useState<ProviderDraft>(providerDraft(provider))
  const errorFor = fieldError(cause)
  const set = (change: Partial<ProviderDraft>) => setDraft({ ...draft, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await call<ProviderView>({
      path: provider ? `/providers/${provider.id}` : '/providers',
      method: provider ? 'PATCH' : 'POST',
      body: toProviderBody(draft, provider),
    })
    if (!saved) return
    await refresh('/providers')
    onOpenChange(false)
    toast.done(`‘${saved.answer.name}’ is ready for agents.`)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={provider ? `Change ‘${provider.name}’` : 'Add a model provider'}
      size="lg"
      footer={
        <Button variant="primary" type="submit" form="model-provider" busy={busy}>
          {provider ? 'Save' : 'Add provider'}
        </Button>
      }
    >
      <form id="model-provider" onSubmit={submit} className="flex flex-col gap-4" autoComplete="off">
        {error && !errorFor.any ? <Alert tone="failed">{error}</Alert> : null}
        <ProviderFields draft={draft} provider={provider} onChange={set} errorFor={errorFor} />
        <Field
          label="Prices"
          optional
          help="US dollars for a million tokens. What agents cost is reckoned with them, and limits in money need them."
        >
          {() => <PriceTable prices={draft.prices} onChange={(prices) => set({ prices })} />}
        </Field>
        {provider?.simulated ? null : (
          <Checkbox
            checked={draft.allowPrivate}
            onCheckedChange={(allowPrivate) => set({ allowPrivate })}
            label="It may be an address inside our own network"
            help="For models that run on your own machines."
          />
        )}
      </form>
    </Dialog>
  )
}
