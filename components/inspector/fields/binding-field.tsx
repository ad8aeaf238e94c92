'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import type { FormField } from '@/lib/connectors/derive/fields-of'
import type { Binding } from '@/lib/workflow/binding'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { FieldFrame } from './field-frame'
import { FirstOf } from './first-of'
import { LiteralControl } from './literal-control'
import { MissingValue } from './missing-value'
import { PickControl } from './pick-control'
import { useChoices } from './use-choices'

export type BindingFieldProps = {
  nodeId: string
  /** The field's path in the node (`input.repo`). */
  path: string
  field: FormField
  binding: Binding | undefined
  onChange: (binding: Binding | undefined) => void
  connection: string | undefined
  siblings: Readonly<Record<string, Binding>>
}

/** One field of an action: set by hand with its own control, or taken from earlier steps. */
export function BindingField(props: BindingFieldProps) {
  const { nodeId, path, field, binding, onChange, connection, siblings } = props
  const choices = useChoices(field, connection, siblings)
  const isTyped =
    !field.literal && ((field.control === 'text' && !field.pick) || field.control === 'long_text')
  const isBound = binding !== undefined && !('value' in binding)
  const [wantsText, setWantsText] = useState(isBound)
  const asText = isTyped || isBound || wantsText
  const literal = binding && 'value' in binding ? binding.value : undefined
  const toggle = () => {
    setWantsText(!asText)
    if (asText && isBound) onChange(undefined)
  }
  return (
    <FieldFrame
      nodeId={nodeId}
      field={path}
      label={field.title}
      required={field.required}
      help={field.description}
      aside={
        isTyped || field.literal ? null : (
          <Button variant="link" size="sm" className="text-xs" onClick={toggle}>
            {asText ? (field.pick ? 'Choose from the list' : 'Set a value') : 'Use data'}
          </Button>
        )
      }
    >
      {({ describedBy, isInvalid }) => (
        <>
          {binding && 'first' in binding ? (
            <FirstOf label={field.title} binding={binding} onChange={onChange} />
          ) : asText ? (
            <BoundText
              label={field.title}
              value={toBindingText(binding)}
              onChange={(text) => onChange(fromBindingText(text, binding))}
              multiline={field.control === 'long_text'}
              placeholder={field.placeholder ? `${field.placeholder}, or press / for data` : undefined}
              {...{ describedBy, isInvalid }}
            />
          ) : field.pick && field.control !== 'tags' ? (
            <PickControl
              label={field.title}
              value={literal}
              choices={choices}
              hasConnection={connection !== undefined}
              onChange={(value) => onChange(picked(value, choices, field.type))}
              {...{ describedBy, isInvalid }}
            />
          ) : (
            <LiteralControl
              field={field}
              value={literal}
              onChange={(value) => onChange(value === undefined ? undefined : { value })}
              suggestions={choices.status === 'here' ? choices.choices : []}
              {...{ describedBy, isInvalid }}
            />
          )}
          {binding && !('value' in binding) ? (
            <MissingValue
              nodeId={nodeId}
              path={path}
              label={field.title}
              binding={binding}
              onChange={onChange}
            />
          ) : null}
        </>
      )}
    </FieldFrame>
  )
}

/** The chosen value with the name it was chosen by, so that cards and approvals can say `#ops`. */
function picked(chosen: string, choices: ReturnType<typeof useChoices>, type: FormField['type']): Binding {
  const choice = choices.status === 'here' ? choices.choices.find((each) => each.value === chosen) : undefined
  // A list names all it offers by text; a pull request's number is still a number.
  const value = type === 'number' ? Number(chosen) : chosen
  return choice && choice.label !== chosen ? { value, label: choice.label } : { value }
}
