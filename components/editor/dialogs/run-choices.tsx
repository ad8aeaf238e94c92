'use client'

import { titleOf } from '@/components/canvas/card/title-of'
import { Field } from '@/components/ui/field'
import { RadioCards } from '@/components/ui/radio-cards'
import { Select } from '@/components/ui/select'
import type { WorkflowNode } from '@/lib/workflow/document'

type RunChoicesProps = {
  /** The number of the live version; null when there is nothing to choose. */
  live: number | null
  version: 'draft' | 'live'
  onVersion: (version: 'draft' | 'live') => void
  triggers: readonly WorkflowNode[]
  trigger: string | undefined
  onTrigger: (id: string) => void
}

/** Which version runs, and where it starts: asked only when there is more than one answer. */
export function RunChoices({ live, version, onVersion, triggers, trigger, onTrigger }: RunChoicesProps) {
  return (
    <>
      {live === null ? null : (
        <RadioCards
          label="What runs"
          value={version}
          onValueChange={onVersion}
          cards={[
            { value: 'draft', title: 'The draft', text: 'As it is on the canvas now.' },
            { value: 'live', title: `Version ${live}`, text: 'The live one.' },
          ]}
        />
      )}
      {triggers.length > 1 ? (
        <Field label="Start from">
          {(control) => (
            <Select
              id={control.id}
              value={trigger}
              onValueChange={onTrigger}
              options={triggers.map((node) => ({ value: node.id, label: titleOf(node) }))}
            />
          )}
        </Field>
      ) : null}
      {triggers.length === 0 ? (
        <p className="text-muted">It has no trigger yet. Add one that starts it.</p>
      ) : null}
    </>
  )
}
