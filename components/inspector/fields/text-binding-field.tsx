'use client'

import type { ReactNode } from 'react'
import { BoundText } from '../binding/bound-text'
import { FieldFrame } from './field-frame'

type TextBinding = { readonly text: string } | { readonly value: string }

type TextBindingFieldProps = {
  nodeId: string
  path: string
  label: string
  help?: string
  required?: boolean
  placeholder?: string
  multiline?: boolean
  aside?: ReactNode
  value: TextBinding | undefined
  onChange: (value: { text: string } | { value: string }) => void
}

/** A field that holds text for people or models: always text, with data in it where wanted. */
export function TextBindingField(props: TextBindingFieldProps) {
  const { nodeId, path, label, help, required, placeholder, multiline, aside, value, onChange } = props
  const text = value ? ('text' in value ? value.text : value.value) : ''
  return (
    <FieldFrame
      nodeId={nodeId}
      field={path}
      label={label}
      help={help}
      aside={aside}
      required={required ?? true}
    >
      {({ describedBy, isInvalid }) => (
        <BoundText
          label={label}
          value={text}
          onChange={(next) => onChange(/\{\{|\{%/.test(next) ? { text: next } : { value: next })}
          multiline={multiline ?? true}
          placeholder={placeholder}
          {...{ describedBy, isInvalid }}
        />
      )}
    </FieldFrame>
  )
}
