'use client'

import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Condition } from '@/lib/workflow/condition'
import { FieldFrame } from '../fields/field-frame'
import { type ConditionRow, ConditionRowEditor } from './condition-row-editor'

/** How a condition is shown: rows that must all or any hold, or an expression. */
type Shown =
  | { readonly mode: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly mode: 'cel'; readonly source: string }

function toShown(condition: Condition): Shown {
  if ('all' in condition) return { mode: 'all', parts: condition.all }
  if ('any' in condition) return { mode: 'any', parts: condition.any }
  if ('cel' in condition) return { mode: 'cel', source: condition.cel }
  return { mode: 'all', parts: [condition] }
}

const newRow: ConditionRow = { left: { value: '' }, is: 'equals', right: { value: '' } }

type ConditionFieldsProps = {
  nodeId: string
  /** The condition's own path in the node. */
  path: string
  /** What is chosen with its first control, for who cannot see it. */
  label: string
  condition: Condition
  onChange: (condition: Condition, key?: string) => void
  /** Stands beside the choice of how it is written. */
  lead?: ReactNode
}

/** A condition: rows that must all or any hold, or an expression. */
export function ConditionFields({ nodeId, path, label, condition, onChange, lead }: ConditionFieldsProps) {
  const shown = toShown(condition)
  const setMode = (mode: string) => {
    if (mode === 'cel') return onChange({ cel: shown.mode === 'cel' ? shown.source : 'true' })
    const parts = shown.mode === 'cel' ? [] : shown.parts
    onChange(mode === 'any' ? { any: parts } : { all: parts })
  }
  return (
    <>
      <div className="flex items-center gap-2">
        {lead}
        <Select
          aria-label={label}
          className={lead ? 'w-40 shrink-0' : 'w-full'}
          value={shown.mode}
          onValueChange={setMode}
          options={[
            { value: 'all', label: 'when all hold' },
            { value: 'any', label: 'when any holds' },
            { value: 'cel', label: 'by expression' },
          ]}
        />
      </div>
      {shown.mode === 'cel' ? (
        <FieldFrame
          nodeId={nodeId}
          field={path}
          label="Expression"
          help="CEL over earlier steps: triage.severity == 'high' && issue.comments > 3"
        >
          {({ describedBy, isInvalid }) => (
            <Textarea
              aria-label="Expression"
              aria-describedby={describedBy}
              aria-invalid={isInvalid || undefined}
              className="font-mono text-sm"
              spellCheck={false}
              value={shown.source}
              onChange={(event) => onChange({ cel: event.target.value || 'true' }, 'cel')}
            />
          )}
        </FieldFrame>
      ) : (
        <Rows
          nodeId={nodeId}
          path={`${path}.${shown.mode}`}
          parts={shown.parts}
          onChange={(parts, key) => onChange(shown.mode === 'any' ? { any: parts } : { all: parts }, key)}
        />
      )}
    </>
  )
}

type RowsProps = {
  nodeId: string
  path: string
  parts: readonly Condition[]
  onChange: (parts: Condition[], key?: string) => void
}

function Rows({ nodeId, path, parts, onChange }: RowsProps) {
  return (
    <>
      {parts.map((part, at) => (
        <ConditionRowEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name than their place
          key={at}
          nodeId={nodeId}
          path={`${path}.${at}`}
          row={'left' in part ? part : null}
          onChange={(row, key) =>
            onChange(
              parts.map((each, i) => (i === at ? row : each)),
              `${at}.${key}`,
            )
          }
          onRemove={() => onChange(parts.filter((_, i) => i !== at))}
        />
      ))}
      <Button variant="ghost" size="sm" className="self-start" onClick={() => onChange([...parts, newRow])}>
        <Plus aria-hidden />
        Add a row
      </Button>
    </>
  )
}
