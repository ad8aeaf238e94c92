'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useCall } from '../api/use-api'
import { useHere, useMay } from '../api/workspace-context'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { RadioCards } from '../ui/radio-cards'
import { toast } from '../ui/toast'
import { KeepRunsField } from './keep-runs-field'
import { SettingsForm } from './settings-form'

const uncovered = [
  {
    value: 'off',
    title: 'Say nothing',
    text: 'Workflows may do what cannot be undone without asking anyone.',
  },
  {
    value: 'warn',
    title: 'Warn',
    text: 'The editor shows each path that nobody approves. Publishing is allowed.',
  },
  { value: 'block', title: 'Refuse to publish', text: 'Every such path must pass an approval first.' },
] as const

const agentCalls = [
  {
    value: 'reads_free',
    title: 'Agents only read freely',
    text: 'Each change an agent wants to make waits for a person.',
  },
  {
    value: 'writes_free',
    title: 'Agents read and change freely',
    text: 'What cannot be undone, or reaches other people, waits for a person.',
  },
  {
    value: 'all_free',
    title: 'Agents act freely',
    text: 'Nothing that an agent does waits, unless the node says so.',
  },
] as const

/** What this workspace asks of its workflows. */
export function PolicySettings() {
  const { workspace } = useHere()
  const mayChange = useMay('workspace.policy')
  const router = useRouter()
  const { call, busy, error } = useCall()
  const [policy, setPolicy] = useState(workspace.policy)
  const save = async () => {
    if (!(await call({ path: '/workspace', method: 'PATCH', body: { policy } }))) return
    toast.done('The policy holds from now on.')
    router.refresh()
  }
  return (
    <SettingsForm
      label="Policy"
      action="Save policy"
      onSubmit={save}
      busy={busy}
      error={error}
      disabled={!mayChange}
    >
      {mayChange ? null : <p className="text-muted">Owners and admins change the policy. You can read it.</p>}
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">Steps that cannot be undone and that nobody approves</legend>
        <RadioCards
          label="Steps that cannot be undone and that nobody approves"
          value={policy.uncoveredEffects}
          onValueChange={(uncoveredEffects) => setPolicy({ ...policy, uncoveredEffects })}
          cards={uncovered}
          disabled={!mayChange}
        />
      </fieldset>
      <fieldset className="mt-2 flex flex-col gap-2">
        <legend className="mb-2 font-medium">What agents may do by themselves</legend>
        <RadioCards
          label="What agents may do by themselves"
          value={policy.agentCalls}
          onValueChange={(calls) => setPolicy({ ...policy, agentCalls: calls })}
          cards={agentCalls}
          disabled={!mayChange}
        />
      </fieldset>
      <Field
        label="Runs at once"
        className="mt-2"
        help="Further runs wait their turn; those that wait for people or time do not count. A workflow can have a limit of its own."
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={1_000}
            className="w-24"
            value={policy.runsAtOnce}
            disabled={!mayChange}
            onChange={({ target }) => {
              const runsAtOnce = target.valueAsNumber
              if (Number.isInteger(runsAtOnce) && runsAtOnce >= 1 && runsAtOnce <= 1_000) {
                setPolicy({ ...policy, runsAtOnce })
              }
            }}
          />
        )}
      </Field>
      <Checkbox
        className="mt-2"
        checked={policy.selfApproval}
        onCheckedChange={(selfApproval) => setPolicy({ ...policy, selfApproval })}
        disabled={!mayChange}
        label="People may decide on runs that they started themselves"
        help="Someone who is the only one who could decide always may; it is then marked as self-confirmed."
      />
      <KeepRunsField
        days={policy.keepRunsDays}
        onChange={(keepRunsDays) => setPolicy({ ...policy, keepRunsDays })}
        disabled={!mayChange}
      />
    </SettingsForm>
  )
}
