'use client'

import { Braces } from 'lucide-react'
import { useCallback, useRef, useState } from 'react'
import { useEditor } from '@/components/editor/store/editor-context'
import { IconButton } from '@/components/ui/icon-button'
import { DataPicker } from '../data/data-picker'
import { useNodeData } from '../node-data'
import { type Reference, toReferenceText } from './reference-text'
import { TextEditor, type TextEditorHandle } from './text-editor'

type BoundTextProps = {
  label: string
  value: string
  onChange: (text: string) => void
  multiline?: boolean
  placeholder?: string | undefined
  describedBy?: string | undefined
  isInvalid?: boolean
}

/** Text with data in it: the editor, its `/`, and a button that does the same. */
export function BoundText(props: BoundTextProps) {
  const { label, value, onChange, multiline = false, placeholder, describedBy, isInvalid } = props
  const readOnly = useEditor((state) => state.readOnly)
  const { sources, samples, describe } = useNodeData()
  const editor = useRef<TextEditorHandle>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [at, setAt] = useState<{ x: number; y: number } | null>(null)
  const pick = useCallback((reference: Reference) => editor.current?.insert(toReferenceText(reference)), [])
  const openFromButton = () => {
    const box = button.current?.getBoundingClientRect()
    setAt({ x: box?.left ?? 0, y: box?.bottom ?? 0 })
  }
  return (
    <div className="relative">
      <TextEditor
        ref={editor}
        label={label}
        value={value}
        onChange={onChange}
        onAskData={setAt}
        describe={describe}
        multiline={multiline}
        placeholder={placeholder ?? 'Write, or press / for data'}
        describedBy={describedBy}
        isInvalid={isInvalid === true}
        readOnly={readOnly}
        className="pr-8"
      />
      {readOnly ? null : (
        <IconButton
          ref={button}
          label={`Insert data into ${label}`}
          size="sm"
          className="absolute top-0.5 right-0.5 size-7!"
          onClick={openFromButton}
        >
          <Braces />
        </IconButton>
      )}
      <DataPicker
        at={at}
        sources={sources}
        samples={samples}
        onPick={pick}
        onClose={() => {
          setAt(null)
          requestAnimationFrame(() => editor.current?.focus())
        }}
      />
    </div>
  )
}
