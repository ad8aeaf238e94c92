'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ConnectionView, TemplateView } from '@/lib/policy/views/workspace-views'
import { useHere, useMay } from '../api/workspace-context'
import { AddConnectionDialog } from '../connections/add-connection-dialog'
import { ConnectorIcon } from '../marks/connector-icon'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'

type SlotFieldProps = {
  slot: TemplateView['slots'][number]
  connections: readonly ConnectionView[]
  value: string | undefined
  onChange: (connectionId: string) => void
  error: string | null
}

/** The place of a connection: one that is there already, or a new one. */
export function SlotField({ slot, connections, value, onChange, error }: SlotFieldProps) {
  const { workspace, connectorTitles } = useHere()
  const mayAdd = useMay('connection.create') && !workspace.practice
  const [adding, setAdding] = useState(false)
  const fitting = connections.filter(({ connector }) => connector === slot.connector)
  const title = connectorTitles[slot.connector] ?? slot.connector
  return (
    <>
      <Field label={slot.label} error={error} help={`A connection to ${title}.`}>
        {(control) => (
          <div className="flex gap-2">
            {fitting.length > 0 ? (
              <Select
                {...control}
                value={value}
                onValueChange={onChange}
                options={fitting.map(({ id, name, account }) => ({
                  value: id,
                  label: name,
                  icon: <ConnectorIcon name={slot.connector} className="mr-2 inline" />,
                  ...(account ? { hint: account } : {}),
                }))}
              />
            ) : (
              <p id={control.id} className="flex-1 py-1.5 text-muted">
                There is none here yet.
              </p>
            )}
            {mayAdd ? (
              <Button onClick={() => setAdding(true)} aria-label={`Add a connection to ${title}`}>
                <Plus aria-hidden /> Add
              </Button>
            ) : null}
          </div>
        )}
      </Field>
      {adding ? (
        <AddConnectionDialog
          open
          onOpenChange={setAdding}
          connector={slot.connector}
          onAdded={({ id }) => onChange(id)}
        />
      ) : null}
    </>
  )
}
