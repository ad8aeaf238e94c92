'use client'

import { useState } from 'react'
import { getAction } from '@/lib/connectors'
import type { Json } from '@/lib/core/json'
import { Field } from '../../ui/field'
import { FormDialog } from '../../ui/form-dialog'
import { Textarea } from '../../ui/textarea'

type HappenedDialogProps = {
  title: string
  action: string | null
  busy: boolean
  error: string | null
  /** What the call gave, when the person knows it. */
  onAnswer: (output: Json | undefined) => void
  onClose: () => void
}

/** Says that a call happened, and what it gave where later steps need to know. */
export function HappenedDialog({ title, action, busy, error, onAnswer, onClose }: HappenedDialogProps) {
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const example = action ? getAction(action)?.examples[0].output : undefined
  const submit = () => {
    if (text.trim() === '') return onAnswer(undefined)
    try {
      setProblem(null)
      onAnswer(JSON.parse(text))
    } catch {
      setProblem('This is not JSON. Write it as in the example, or leave it empty.')
    }
  }
  return (
    <FormDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`‘${title}’ happened`}
      description="It is not sent again, and the run goes on."
      action="It happened"
      onSubmit={submit}
      busy={busy}
    >
      <Field
        label="What it gave, as JSON"
        optional
        help="Left empty, a later step that uses a value of this one stops and names it."
        error={problem ?? error}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={6}
            spellCheck={false}
            className="font-mono text-sm"
            placeholder={example === undefined ? '' : JSON.stringify(example, null, 2)}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  )
}
