'use client'

import { Field } from '../../ui/field'
import { SkeletonRows } from '../../ui/skeleton'
import { Textarea } from '../../ui/textarea'
import { RunForm } from '../start/run-form'
import type { RetryInputState } from './use-retry-input'

/** The input of a run, to be changed. */
export function RetryInput({ input }: { input: RetryInputState }) {
  const { isLoading, fields, values, setTyped, errors, text, setText } = input
  if (isLoading) return <SkeletonRows rows={2} label="Loading the form" />
  if (fields) {
    if (fields.length === 0) return <p className="text-muted">It asks for nothing.</p>
    return <RunForm fields={fields} values={values} errors={errors} onChange={setTyped} />
  }
  return (
    <Field label="What the trigger brought" error={errors.json ?? null}>
      {(control) => (
        <Textarea
          {...control}
          value={text}
          rows={8}
          spellCheck={false}
          className="font-mono text-sm"
          onChange={({ target }) => setText(target.value)}
        />
      )}
    </Field>
  )
}
