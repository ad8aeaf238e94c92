'use client'

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view'
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import './text-editor.css'
import { cn } from '@/components/ui/cn'
import { chips, chipsChanged, type DescribeReference } from './chip-extension'
import { drawConnectorIcon } from './draw-connector-icon'
import { askOnSlash, oneLine } from './text-editor-rules'

export type TextEditorHandle = {
  /** Puts text where the cursor is, in the place of the `/` that asked for it. */
  insert(text: string): void
  focus(): void
}

type TextEditorProps = {
  value: string
  onChange: (text: string) => void
  /** `/` was typed: the data picker is wanted here, in window coordinates. */
  onAskData: (at: { x: number; y: number }) => void
  describe: DescribeReference
  multiline: boolean
  readOnly?: boolean
  placeholder?: string
  label: string
  describedBy?: string | undefined
  isInvalid?: boolean
  ref?: RefObject<TextEditorHandle | null>
  className?: string
}

/** A text field in which data of earlier steps stands as chips. Its text is the Liquid that is stored. */
export function TextEditor(props: TextEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props
  const { value, multiline, describe, label, describedBy, placeholder, readOnly, isInvalid } = props

  useEffect(() => {
    if (!host.current) return
    const rules: Extension[] = [
      history(),
      keymap.of([
        ...historyKeymap,
        ...defaultKeymap.filter((binding) => multiline || binding.key !== 'Enter'),
      ]),
      chips(
        () => latest.current.describe,
        (icon) => drawConnectorIcon(icon),
      ),
      askOnSlash((at) => latest.current.onAskData(at)),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        'aria-label': label,
        'aria-multiline': String(multiline),
        spellcheck: 'true',
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) latest.current.onChange(update.state.doc.toString())
      }),
      EditorState.readOnly.of(readOnly === true),
      EditorView.editable.of(readOnly !== true),
      ...(placeholder ? [placeholderText(placeholder)] : []),
      ...(multiline ? [] : [oneLine]),
    ]
    const created = new EditorView({
      parent: host.current,
      state: EditorState.create({ doc: latest.current.value, extensions: rules }),
    })
    view.current = created
    return () => {
      created.destroy()
      view.current = null
    }
  }, [multiline, label, placeholder, readOnly])

  useEffect(() => {
    const current = view.current
    if (!current || current.state.doc.toString() === value) return
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } })
  }, [value])

  // biome-ignore lint/correctness/useExhaustiveDependencies: chips read `describe` when they are told to look again
  useEffect(() => view.current?.dispatch({ effects: chipsChanged.of(null) }), [describe])

  useEffect(() => {
    const content = view.current?.contentDOM
    if (!content) return
    if (describedBy) content.setAttribute('aria-describedby', describedBy)
    if (isInvalid) content.setAttribute('aria-invalid', 'true')
    else content.removeAttribute('aria-invalid')
  }, [describedBy, isInvalid])

  useImperativeHandle(props.ref, () => ({
    insert: (text) => insertAt(view.current, text),
    focus: () => view.current?.focus(),
  }))

  return (
    <div
      ref={host}
      className={cn(
        'field-box text-editor',
        multiline ? 'min-h-18 max-h-96 overflow-y-auto' : 'min-h-control',
        props.className,
      )}
      aria-invalid={isInvalid ? true : undefined}
    />
  )
}

function insertAt(view: EditorView | null, text: string): void {
  if (!view) return
  const { from, to } = view.state.selection.main
  const isAsked = from === to && view.state.sliceDoc(from - 1, from) === '/'
  const start = isAsked ? from - 1 : from
  view.dispatch({ changes: { from: start, to, insert: text }, selection: { anchor: start + text.length } })
  view.focus()
}
