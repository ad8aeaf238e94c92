'use client'

import { X } from 'lucide-react'
import { useMemo } from 'react'
import { useEditor } from '@/components/editor/store/editor-context'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Binding } from '@/lib/workflow/binding'
import { type Condition, type Operator, operators } from '@/lib/workflow/condition'
import { outputTypes } from '@/lib/workflow/output-types'
import { operatorWords } from '@/lib/workflow/sentence/operator-words'
import type { ValueType } from '@/lib/workflow/value-type'
import { fromBindingText, toBindingText } from '../binding/binding-text'
import { BoundText } from '../binding/bound-text'
import { actionCatalog } from '../data/data-sources'
import { useFieldIssue } from '../use-field-issue'
import { needsRight, operatorsFor } from './operators-for'

export type ConditionRow = Extract<Condition, { readonly left: Binding }>

type ConditionRowEditorProps = {
  nodeId: string
  path: string
  /** Null for a part that is itself a group: it is kept, and can be taken away. */
  row: ConditionRow | null
  onChange: (row: ConditionRow, key: string) => void
  onRemove: () => void
}

export function ConditionRowEditor({ nodeId, path, row, onChange, onRemove }: ConditionRowEditorProps) {
  const issue = useFieldIssue(nodeId, path)
  const document = useEditor((state) => state.whole)
  const type = useMemo(
    () => (row ? outputTypes(document, actionCatalog).ofBinding(row.left) : null),
    [document, row],
  )
  const remove = (
    <IconButton label="Remove the row" size="sm" onClick={onRemove}>
      <X />
    </IconButton>
  )
  if (!row) {
    return (
      <div className="flex items-center justify-between gap-2 rounded-card border border-line py-1 pr-1 pl-3 text-muted text-sm">
        A group of conditions, kept as it is
        {remove}
      </div>
    )
  }
  const setOperator = (value: string) => {
    const is = operators.find((each) => each === value)
    if (!is) return
    const { right, ...rest } = row
    onChange(needsRight(is) ? { ...rest, is, right: right ?? { value: '' } } : { ...rest, is }, 'is')
  }
  const offered: readonly Operator[] = row.left && type ? operatorsFor(type) : operators
  const shown = offered.includes(row.is) ? offered : [...offered, row.is]
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line p-2.5" data-field={path}>
      <div className="flex items-start gap-1">
        <div className="min-w-0 flex-1">
          <BoundText
            label="What is looked at"
            placeholder="Press / for data"
            value={toBindingText(row.left)}
            onChange={(text) =>
              onChange({ ...row, left: fromBindingText(text, row.left) ?? { value: '' } }, 'left')
            }
          />
        </div>
        {remove}
      </div>
      <Select
        aria-label="How it is compared"
        value={row.is}
        onValueChange={setOperator}
        options={shown.map((is) => ({ value: is, label: operatorWords[is] }))}
      />
      {needsRight(row.is) ? (
        <RightSide type={type} row={row} onChange={(right) => onChange({ ...row, right }, 'right')} />
      ) : null}
      {issue ? <p className="text-failed text-sm">{issue}</p> : null}
    </div>
  )
}

type RightSideProps = { type: ValueType | null; row: ConditionRow; onChange: (right: Binding) => void }

function RightSide({ type, row, onChange }: RightSideProps) {
  const { right } = row
  const literal = right && 'value' in right ? right.value : undefined
  const isLiteral = right === undefined || 'value' in right
  if (
    type?.kind === 'text' &&
    type.choices &&
    isLiteral &&
    (row.is === 'equals' || row.is === 'not_equals')
  ) {
    return (
      <Select
        aria-label="What it is compared with"
        value={typeof literal === 'string' && literal !== '' ? literal : undefined}
        onValueChange={(value) => onChange({ value })}
        options={type.choices.map((choice) => ({ value: choice, label: choice }))}
      />
    )
  }
  if (type?.kind === 'number' && isLiteral) {
    return (
      <Input
        type="number"
        aria-label="What it is compared with"
        value={typeof literal === 'number' ? literal : ''}
        onChange={(event) => {
          const number = event.target.valueAsNumber
          onChange({ value: Number.isNaN(number) ? '' : number })
        }}
      />
    )
  }
  return (
    <BoundText
      label="What it is compared with"
      value={toBindingText(right)}
      onChange={(text) => onChange(fromBindingText(text, right) ?? { value: '' })}
    />
  )
}
