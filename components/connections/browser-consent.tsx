'use client'

import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import type { Connector } from '@/lib/connectors/contract'
import type { ConsentPlan } from '@/lib/policy/views/consent-view'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useApi, useCall } from '../api/use-api'
import { Alert } from '../ui/alert'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { FailedToLoad } from '../ui/failed-to-load'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { AskedScopes } from './asked-scopes'

type BrowserConsentProps = {
  connector: Connector
  /** The connection that is given consent again. */
  connection?: ConnectionView
  /** The workflow for which it is connected. */
  workflow?: string | undefined
  /** Chooses to fill in a token instead. */
  onToken?: () => void
}

const none = 'none'

/** What will be asked for at the service, and why, before one goes there. */
export function BrowserConsent({ connector, connection, workflow: wanted, onToken }: BrowserConsentProps) {
  const [workflow, setWorkflow] = useState(wanted ?? none)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(true)
  const { call, busy, error: refusal } = useCall()
  const query = {
    connector: connector.id,
    ...(workflow === none ? {} : { workflow }),
    ...(connection ? { connection: connection.id } : {}),
  }
  const { data: plan, error } = useApi<ConsentPlan>(`/connections/consent?${new URLSearchParams(query)}`)
  const leave = async () => {
    const body = {
      ...query,
      ...(connection ? {} : { shared, ...(name.trim() ? { name: name.trim() } : {}) }),
    }
    const begun = await call<{ url: string }>({ path: '/connections/consent', method: 'POST', body })
    if (begun) window.location.assign(begun.answer.url)
  }
  if (error && !plan) return <FailedToLoad error={error} />
  if (!plan) return null
  const token = onToken ? (
    <Button variant="ghost" onClick={onToken}>
      Use a token instead
    </Button>
  ) : null
  if (!plan.isSetUp) {
    return (
      <div className="flex flex-col items-start gap-4">
        <Alert>
          Connecting in the browser is not set up for {plan.provider.title}. Whoever runs Handrail makes an
          app there with the callback address{' '}
          <code className="break-all font-mono text-sm">{plan.callbackUrl}</code>; the guide to running
          Handrail says how.
        </Alert>
        {token}
      </div>
    )
  }
  return (
    <div className="flex flex-col gap-4">
      {refusal ? <Alert tone="failed">{refusal}</Alert> : null}
      {plan.workflows.length > 0 ? (
        <Field label="For" help="It asks for what the steps of this workflow need, and no more.">
          {(control) => (
            <Select
              {...control}
              value={workflow}
              onValueChange={setWorkflow}
              options={[
                { value: none, label: connection ? 'The workflows that use it' : 'No workflow yet' },
                ...plan.workflows.map(({ id, name: label }) => ({ value: id, label })),
              ]}
            />
          )}
        </Field>
      ) : null}
      <AskedScopes plan={plan} />
      {connection ? null : (
        <>
          <Field label="Name" optional help="What people see when they choose it.">
            {(control) => (
              <Input
                {...control}
                value={name}
                maxLength={80}
                placeholder={connector.title}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Checkbox
            checked={shared}
            onCheckedChange={setShared}
            label="Share it with this workspace"
            help="All builders may use it in workflows. Otherwise only you."
          />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" busy={busy} onClick={() => void leave()}>
          Go to {plan.provider.title} <ExternalLink aria-hidden />
        </Button>
        {token}
      </div>
    </div>
  )
}
