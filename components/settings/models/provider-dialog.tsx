'use client'

import { useState } from 'react'
import type { ProviderView } from '@/lib/policy/views/workspace-views'
import { fieldError } from '../../api/api-error'
import { useCall, useRefresh } from '../../api/use-api'
import { Checkbox } from '../../ui/checkbox'
import { Field } from '../../ui/field'
import { FormDialog } from '../../ui/form-dialog'
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
  const submit = async () => {
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
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={provider ? `Change ‘${provider.name}’` : 'Add a model provider'}
      size="lg"
      action={provider ? 'Save' : 'Add provider'}
      onSubmit={submit}
      busy={busy}
      error={errorFor.any ? null : error}
      isSecret
    >
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
    </FormDialog>
  )
}
