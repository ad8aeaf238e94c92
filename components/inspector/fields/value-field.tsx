'use client'

import type { Binding } from '@/lib/workflow/binding'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { useMayBeMissing } from '../use-may-be-missing'
import { FieldFrame } from './field-frame'
import { FirstOf } from './first-of'
import { MissingValue } from './missing-value'

type ValueFieldProps = {
  nodeId: string
  path: string
  label: string
  help?: string
  required?: boolean
  placeholder?: string
  binding: Binding | undefined
  onChange: (binding: Binding | undefined) => void
}

/** A field of our own kinds of step that takes one value: of an earlier step, or written out. */
export function ValueField(props: ValueFieldProps) {
  const { nodeId, path, label, help, required = true, placeholder, binding, onChange } = props
  const mayBeMissing = useMayBeMissing(nodeId, path)
  return (
    <FieldFrame nodeId={nodeId} field={path} label={label} help={help} required={required}>
      {({ describedBy, isInvalid }) => (
        <>
          {binding && 'first' in binding ? (
            <FirstOf label={label} binding={binding} onChange={onChange} />
          ) : (
            <BoundText
              label={label}
              placeholder={placeholder}
              value={toBindingText(binding)}
              onChange={(text) => onChange(fromBindingText(text, binding))}
              {...{ describedBy, isInvalid }}
            />
          )}
          {mayBeMissing && binding && !('value' in binding) ? (
            <MissingValue nodeId={nodeId} path={path} label={label} binding={binding} onChange={onChange} />
          ) : null}
        </>
      )}
    </FieldFrame>
  )
}
