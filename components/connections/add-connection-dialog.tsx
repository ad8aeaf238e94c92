'use client'

import { type FormEvent, useState } from 'react'
import { connectors } from '@/lib/connectors'
import type { Connector } from '@/lib/connectors/contract'
import { firstChoices } from '@/lib/connectors/shown-fields'
import type { ConsentPlan } from '@/lib/policy/views/consent-view'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { fieldError } from '../api/api-error'
import { useApi, useCall, useRefresh } from '../api/use-api'
import { useMay } from '../api/workspace-context'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { toast } from '../ui/toast'
import { BrowserConsent } from './browser-consent'
import { ChooseConnector } from './choose-connector'
import { ConnectionFields } from './connection-fields'
import { ConnectionPlace, type Place } from './connection-place'

type AddConnectionDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Only this product, when one is needed somewhere. */
  connector?: string
  /** The workflow that needs it. */
  workflow?: string | undefined
  onAdded?: (connection: ConnectionView) => void
}

/** Adds a connection and tries it at once. */
export function AddConnectionDialog({
  open,
  onOpenChange,
  connector: only,
  workflow,
  onAdded,
}: AddConnectionDialogProps) {
  const { call, busy, error, cause, clear } = useCall()
  const refresh = useRefresh()
  const mayConfigure = useMay('connection.configure')
  const [chosen, setChosen] = useState<Connector | undefined>(connectors.find(({ id }) => id === only))
  const [name, setName] = useState('')
  const [values, setValues] = useState(firstChoices(chosen?.fields ?? []))
  const [shared, setShared] = useState(true)
  const [place, setPlace] = useState<Place>({ baseUrl: '', allowPrivate: false })
  const [byToken, setByToken] = useState(false)
  const errorFor = fieldError(cause)
  const consents = chosen?.oauth !== undefined
  const { data, error: noPlan } = useApi<ConsentPlan>(
    consents ? `/connections/consent?connector=${chosen.id}` : null,
  )
  const plan = data?.connector === chosen?.id ? data : undefined
  const isAsking = consents && !plan && !noPlan
  const inBrowser = plan?.isSetUp === true && !byToken

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // React's events climb out of portals: the form from within which this one was opened is not sent.
    event.stopPropagation()
    if (!chosen) return
    const body = {
      connector: chosen.id,
      values,
      shared,
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(place.baseUrl.trim() ? { baseUrl: place.baseUrl.trim() } : {}),
      ...(place.allowPrivate ? { allowPrivate: true } : {}),
    }
    const added = await call<ConnectionView>({ path: '/connections', method: 'POST', body })
    if (!added) return
    await refresh('/connections')
    onAdded?.(added.answer)
    onOpenChange(false)
    const { status, statusMessage } = added.answer
    if (status === 'failing') toast.failed(statusMessage ?? 'It is saved, but does not work yet.')
    else toast.done(`‘${added.answer.name}’ is connected.`)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={chosen ? `Connect ${chosen.title}` : 'Add a connection'}
      {...(chosen ? {} : { description: 'Which service should workflows be able to use?' })}
      footer={
        chosen ? (
          <>
            {only ? null : (
              <Button
                variant="ghost"
                className="mr-auto"
                onClick={() => {
                  setChosen(undefined)
                  setByToken(false)
                  clear()
                }}
              >
                Choose another service
              </Button>
            )}
            {inBrowser || isAsking ? null : (
              <Button variant="primary" type="submit" form="add-connection" busy={busy}>
                Connect
              </Button>
            )}
          </>
        ) : null
      }
    >
      {chosen && inBrowser ? (
        <BrowserConsent connector={chosen} workflow={workflow} onToken={() => setByToken(true)} />
      ) : isAsking ? null : chosen ? (
        <form id="add-connection" onSubmit={submit} className="flex flex-col gap-4" autoComplete="off">
          {error && !errorFor.any ? <Alert tone="failed">{error}</Alert> : null}
          <Field label="Name" optional help="What people see when they choose it." error={errorFor('name')}>
            {(control) => (
              <Input
                {...control}
                value={name}
                maxLength={80}
                placeholder={chosen.title}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <ConnectionFields fields={chosen.fields} values={values} onChange={setValues} errorFor={errorFor} />
          <Checkbox
            checked={shared}
            onCheckedChange={setShared}
            label="Share it with this workspace"
            help="All builders may use it in workflows. Otherwise only you."
          />
          {plan && !plan.isSetUp && mayConfigure ? (
            <p className="text-muted text-sm">
              Instead of with a token, it can be connected in the browser, once whoever runs Handrail has set
              up an app at {plan.provider.title}: the guide to running Handrail says how.
            </p>
          ) : null}
          {mayConfigure ? <ConnectionPlace place={place} onChange={setPlace} errorFor={errorFor} /> : null}
        </form>
      ) : (
        <ChooseConnector
          onChoose={(connector) => {
            setChosen(connector)
            setValues(firstChoices(connector.fields))
          }}
        />
      )}
    </Dialog>
  )
}
