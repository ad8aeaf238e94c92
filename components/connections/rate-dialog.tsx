'use client'

import { useState } from 'react'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../api/use-api'
import { Field } from '../ui/field'
import { FormDialog } from '../ui/form-dialog'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { toast } from '../ui/toast'
import { rateUnits } from './rate-words'

type RateDialogProps = { connection: ConnectionView; open: boolean; onOpenChange: (open: boolean) => void }

/** How many calls a connection makes, over all workflows that use it. */
export function RateDialog({ connection, open, onOpenChange }: RateDialogProps) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [calls, setCalls] = useState(connection.rate ? String(connection.rate.calls) : '')
  const [seconds, setSeconds] = useState(connection.rate?.seconds ?? 60)
  const count = Number(calls)
  const isRight = calls === '' || (Number.isInteger(count) && count >= 1 && count <= 100_000)
  const save = async () => {
    const rate = calls === '' ? null : { calls: count, seconds }
    if (!(await call({ path: `/connections/${connection.id}`, method: 'PATCH', body: { rate } }))) return
    await refresh('/connections')
    toast.done(rate ? 'The limit holds from now on.' : 'It has no limit any more.')
    onOpenChange(false)
  }
  const known = rateUnits.some((unit) => unit.seconds === seconds)
  return (
    <FormDialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Limit the calls of ‘${connection.name}’`}
      description="Steps that find no place wait their turn, whichever workflow they belong to. When the service itself asks to wait, that is honoured in any case."
      action="Save"
      onSubmit={() => void save()}
      busy={busy}
      disabled={!isRight}
      error={error}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label="Calls, at most" help="Left empty, there is no limit.">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={100_000}
              placeholder="None"
              value={calls}
              onChange={({ target }) => setCalls(target.value)}
            />
          )}
        </Field>
        <Field label="In a">
          {({ id }) => (
            <Select
              id={id}
              value={String(seconds)}
              onValueChange={(value) => setSeconds(Number(value))}
              options={[
                ...rateUnits.map((unit) => ({ value: String(unit.seconds), label: unit.label })),
                ...(known ? [] : [{ value: String(seconds), label: `${seconds} seconds` }]),
              ]}
            />
          )}
        </Field>
      </div>
    </FormDialog>
  )
}
