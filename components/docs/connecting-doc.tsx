import type { ReactNode } from 'react'
import type { Connector } from '@/lib/connectors/contract'

/** What a person fills in, where the connection may go, and the most that it could be asked for. */
export function ConnectingDoc({ connector }: { connector: Connector }) {
  const scopes = [...new Set(connector.actions.flatMap(({ scopes }) => scopes))].sort()
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
        {connector.fields.map((field) => (
          <Row key={field.key} term={field.label} optional={!field.required}>
            {field.help ?? (field.choices ? field.choices.map(({ label }) => label).join(' · ') : '')}
            {field.secret ? ' Kept encrypted, and never shown again.' : ''}
          </Row>
        ))}
        <Row term="It may speak to">
          {connector.hosts.length > 0
            ? connector.hosts.join(', ')
            : 'The hosts that are listed with the connection, and no others.'}
        </Row>
        {scopes.length > 0 ? (
          <Row term="Scopes">
            <span className="flex flex-wrap gap-1.5">
              {scopes.map((scope) => (
                <code key={scope} className="break-all rounded-xs bg-sunken px-1.5 py-0.5 text-xs">
                  {scope}
                </code>
              ))}
            </span>
            <span className="mt-1.5 block text-sm">
              All of them together. A workflow needs only those of the actions it uses.
            </span>
          </Row>
        ) : null}
      </dl>
    </div>
  )
}

function Row({ term, optional, children }: { term: string; optional?: boolean; children: ReactNode }) {
  return (
    <>
      <dt className="font-medium text-sm">
        {term}
        {optional ? <span className="font-normal text-muted"> optional</span> : null}
      </dt>
      <dd className="min-w-0 break-words text-muted">{children}</dd>
    </>
  )
}
