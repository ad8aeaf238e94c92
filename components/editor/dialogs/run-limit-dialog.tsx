'use client'

import { useState } from 'react'
import { useCall, useRefresh } from '@/components/api/use-api'
import { Field } from '@/components/ui/field'
import { FormDialog } from '@/components/ui/form-dialog'
import { Input } from '@/components/ui/input'
import { RadioCards } from '@/components/ui/radio-cards'
import { toast } from '@/components/ui/toast'
import type { RunLimit, WorkflowView } from '@/lib/workflow/views/workflow-view'

const whenFull = [
  { value: 'queue', title: 'It waits its turn', text: 'The oldest goes first.' },
  { value: 'skip', title: 'It is left out', text: 'The history shows it, with the reason.' },
  { value: 'replace', title: 'It takes the place of the oldest', text: 'That one is cancelled.' },
] as const satisfies readonly { value: RunLimit['whenFull']; title: string; text: string }[]

/** How many runs of the workflow may be under way at once, for every version and from now on. */
export function RunLimitDialog({ workflow, onClose }: { workflow: WorkflowView; onClose: () => void }) {
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const [many, setMany] = useState(workflow.limit ? String(workflow.limit.runsAtOnce) : '')
  const [full, setFull] = useState<RunLimit['whenFull']>(workflow.limit?.whenFull ?? 'queue')
  const runsAtOnce = Number(many)
  const isRight = many === '' || (Number.isInteger(runsAtOnce) && runsAtOnce >= 1 && runsAtOnce <= 1_000)
  const save = async () => {
    const limit = many === '' ? null : { runsAtOnce, whenFull: full }
    if (!(await call({ path: `/workflows/${workflow.id}`, method: 'PATCH', body: { limit } }))) return
    await refresh(`/workflows/${workflow.id}`)
    toast.done(limit ? 'The limit holds from now on.' : 'It has no limit of its own any more.')
    onClose()
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => (open ? null : onClose())}
      title="Runs at once"
      description="A run counts from its start to its end, also while it waits. Tests of the draft do not count."
      action="Save"
      onSubmit={() => void save()}
      busy={busy}
      disabled={!isRight}
      error={error}
    >
      <Field label="At most" help="Left empty, there is no limit but the workspace’s.">
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={1_000}
            placeholder="None"
            className="w-24"
            value={many}
            onChange={({ target }) => setMany(target.value)}
          />
        )}
      </Field>
      {many === '' ? null : (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium text-sm">One more than that</legend>
          <RadioCards label="One more than that" value={full} onValueChange={setFull} cards={whenFull} />
        </fieldset>
      )}
    </FormDialog>
  )
}
