'use client'

import { Plus, Trash2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { Condition } from '@/lib/workflow/condition'
import type { NodeOf } from '@/lib/workflow/document'
import { FieldFrame } from '../fields/field-frame'
import { Section } from '../sections/section'
import { type ConditionRow, ConditionRowEditor } from './condition-row-editor'

type Branch = NodeOf<'condition'>['config']['branches'][number]

type BranchEditorProps = {
  nodeId: string
  path: string
  branch: Branch
  index: number
  onChange: (branch: Branch, key?: string) => void
  onRemove: () => void
}

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

export function BranchEditor({ nodeId, path, branch, index, onChange, onRemove }: BranchEditorProps) {
  const shown = toShown(branch.when)
  const put = (when: Condition, key?: string) => onChange({ ...branch, when }, key)
  const setMode = (mode: string) => {
    if (mode === 'cel') return put({ cel: shown.mode === 'cel' ? shown.source : 'true' })
    const parts = shown.mode === 'cel' ? [] : shown.parts
    put(mode === 'any' ? { any: parts } : { all: parts })
  }
  const name = branch.label ?? branch.exit
  return (
    <Section
      title={`Branch ${index + 1}`}
      aside={
        <IconButton label={`Remove the branch ${name}`} size="sm" onClick={onRemove}>
          <Trash2 />
        </IconButton>
      }
    >
      <div className="flex items-center gap-2">
        <Input
          aria-label={`Name of branch ${index + 1}`}
          value={branch.label ?? ''}
          placeholder={branch.exit}
          maxLength={80}
          onChange={(event) => onChange({ ...branch, label: event.target.value }, 'label')}
        />
        <Select
          aria-label={`When ${name} is taken`}
          className="w-40 shrink-0"
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
          field={`${path}.when`}
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
              onChange={(event) => put({ cel: event.target.value || 'true' }, 'cel')}
            />
          )}
        </FieldFrame>
      ) : (
        <Rows
          nodeId={nodeId}
          path={`${path}.when.${shown.mode}`}
          parts={shown.parts}
          onChange={(parts, key) => put(shown.mode === 'any' ? { any: parts } : { all: parts }, key)}
        />
      )}
    </Section>
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
