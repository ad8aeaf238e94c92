'use client'

import { CircleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useEditor, useEditorStore } from '@/components/editor/store/editor-context'
import { useFieldIssue } from '../use-field-issue'

type FieldFrameProps = {
  nodeId: string
  /** The field's path in the node, as the checker names it (`input.repo`). */
  field: string
  label: string
  required?: boolean
  help?: string | undefined
  aside?: ReactNode
  children: (control: { describedBy: string | undefined; isInvalid: boolean }) => ReactNode
}

/** Label, help and what the checker says, around any control of a step. Answers when a problem asks to be shown. */
export function FieldFrame({ nodeId, field, label, required, help, aside, children }: FieldFrameProps) {
  const store = useEditorStore()
  const issue = useFieldIssue(nodeId, field)
  const isWanted = useEditor(({ wantedField }) => wantedField !== null && isWithin(wantedField, field))
  const frame = useRef<HTMLFieldSetElement>(null)
  const id = useId()
  useEffect(() => {
    if (!isWanted) return
    frame.current?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    const control = frame.current?.querySelector<HTMLElement>(
      '[data-control] :is(input, textarea, [contenteditable], button, [role="combobox"])',
    )
    control?.focus({ preventScroll: true })
    store.setState({ wantedField: null })
  }, [isWanted, store])
  const note = issue || help ? id : undefined
  return (
    <fieldset ref={frame} data-field={field} className="flex min-w-0 flex-col gap-1.5">
      <legend className="sr-only">{label}</legend>
      <div className="flex min-h-5 items-center justify-between gap-2">
        <span className="min-w-0 truncate font-medium text-sm" aria-hidden>
          {label}
          {required === false ? <span className="ml-1.5 font-normal text-muted">optional</span> : null}
        </span>
        {aside}
      </div>
      <div data-control>{children({ describedBy: note, isInvalid: issue !== null })}</div>
      {issue ? (
        <p id={id} className="flex items-start gap-1.5 text-failed text-sm">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
          {issue}
        </p>
      ) : help ? (
        <p id={id} className="text-muted text-xs">
          {help}
        </p>
      ) : null}
    </fieldset>
  )
}

function isWithin(wanted: string, field: string): boolean {
  return wanted === field || wanted.startsWith(`${field}.`)
}
