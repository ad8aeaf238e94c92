'use client'

import { replaceNode } from '@/components/editor/commands/replace-node'
import { useEditorStore } from '@/components/editor/store/editor-context'
import { Field } from '@/components/ui/field'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import type { WorkflowNode } from '@/lib/workflow/document'
import { kindOf } from '@/lib/workflow/nodes/node-kinds'
import type { StepSettings } from '@/lib/workflow/settings'
import { DurationControl } from '../fields/duration-control'
import { FoldedSection } from './folded-section'

const answers = [
  { value: 'stop', label: 'Stop the run', hint: 'Nothing new starts; the run has failed.' },
  { value: 'continue', label: 'Go on', hint: 'As if it had ended well, without its data.' },
  { value: 'exit', label: 'Take the way “If it fails”', hint: 'A way out of its own appears on the card.' },
  { value: 'ask', label: 'Ask a person', hint: 'The run waits for someone to decide.' },
] as const

/** What happens when the step does not succeed. */
export function FailureSection({ node }: { node: WorkflowNode }) {
  const store = useEditorStore()
  if (!kindOf(node).mayFail) return null
  const settings: StepSettings = node.settings ?? {}
  const put = (part: StepSettings, key?: string) =>
    replaceNode(store, { ...node, settings: { ...settings, ...part } }, key)
  const onError = answers.find(({ value }) => value === (settings.onError ?? 'stop')) ?? answers[0]
  return (
    <FoldedSection title="If it fails" hint={onError.label}>
      <Select
        aria-label="If it fails"
        value={onError.value}
        onValueChange={(value) => {
          const answer = answers.find((each) => each.value === value)?.value
          if (answer) put({ onError: answer })
        }}
        options={answers.filter(({ value }) => value !== 'ask' || kindOf(node).mayAsk)}
      />
      <div className="grid grid-cols-2 gap-3">
        <Field label="Tries in all">
          {(control) => (
            <NumberInput
              {...control}
              from={1}
              to={20}
              placeholder="Usual"
              value={settings.tries}
              onChange={(tries) => put({ tries }, 'settings.tries')}
              onClear={() => {
                const { tries: _old, ...rest } = settings
                replaceNode(store, { ...node, settings: rest }, 'settings.tries')
              }}
            />
          )}
        </Field>
      </div>
      <Field
        label="Wait before another try"
        optional
        help="A service that says when to come again is never called sooner."
      >
        {(control) => (
          <DurationControl
            label="Wait before another try"
            value={settings.backoff?.wait}
            describedBy={control['aria-describedby']}
            onChange={(wait) => {
              const { backoff, ...rest } = settings
              const next = wait ? { ...rest, backoff: { wait, growth: backoff?.growth ?? 'double' } } : rest
              replaceNode(store, { ...node, settings: next }, 'settings.backoff')
            }}
          />
        )}
      </Field>
      {settings.backoff ? (
        <Select
          aria-label="How the wait goes on"
          value={settings.backoff.growth}
          onValueChange={(growth) =>
            settings.backoff
              ? put({ backoff: { ...settings.backoff, growth: growth === 'same' ? 'same' : 'double' } })
              : null
          }
          options={[
            { value: 'double', label: 'Twice as long each time' },
            { value: 'same', label: 'The same each time' },
          ]}
        />
      ) : null}
      <Field label="Time limit of a try" optional>
        {(control) => (
          <DurationControl
            label="Time limit of a try"
            value={settings.timeout}
            describedBy={control['aria-describedby']}
            onChange={(timeout) => {
              const { timeout: _old, ...rest } = settings
              replaceNode(
                store,
                { ...node, settings: timeout ? { ...rest, timeout } : rest },
                'settings.timeout',
              )
            }}
          />
        )}
      </Field>
    </FoldedSection>
  )
}
