'use client'

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type Field, fieldTypes } from '@/lib/workflow/field'
import { useFieldIssue } from '../use-field-issue'
import { TagsControl } from './tags-control'

const typeWords: Readonly<Record<Field['type'], string>> = {
  text: 'Text',
  long_text: 'Long text',
  number: 'Number',
  boolean: 'Yes or no',
  choice: 'Choice',
  date: 'Date',
  email: 'E-mail address',
  list: 'List',
  object: 'Group of values',
}

type FieldBuilderRowProps = {
  nodeId: string
  path: string
  field: Field
  withRequired: boolean
  onChange: (field: Field) => void
  onRemove: () => void
  onUp: (() => void) | null
  onDown: (() => void) | null
}

export function FieldBuilderRow(props: FieldBuilderRowProps) {
  const { nodeId, path, field, withRequired, onChange, onRemove, onUp, onDown } = props
  const issue = useFieldIssue(nodeId, path)
  const name = field.label ?? field.key
  return (
    <li className="flex flex-col gap-2 rounded-card border border-line p-2.5">
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={`Label of ${field.key}`}
          value={field.label ?? ''}
          placeholder={field.key}
          maxLength={120}
          onChange={(event) => onChange({ ...field, label: event.target.value })}
        />
        <Select
          aria-label={`Type of ${name}`}
          className="w-34 shrink-0"
          value={field.type}
          onValueChange={(value) => {
            const type = fieldTypes.find((each) => each === value)
            if (type) onChange({ ...field, type })
          }}
          options={fieldTypes.map((type) => ({ value: type, label: typeWords[type] }))}
        />
      </div>
      {field.type === 'choice' ? (
        <TagsControl
          label={`Choices of ${name}`}
          placeholder="Add choices"
          value={field.choices ?? []}
          onChange={(choices) => onChange({ ...field, choices: [...choices] })}
          suggestions={[]}
        />
      ) : null}
      <Input
        aria-label={`Help for ${name}`}
        placeholder={withRequired ? 'Help for whoever fills it in' : 'What belongs here, for the model'}
        value={field.help ?? ''}
        maxLength={500}
        onChange={(event) => onChange({ ...field, help: event.target.value })}
      />
      <div className="flex items-center gap-0.5">
        {withRequired ? (
          <Checkbox
            checked={field.required === true}
            onCheckedChange={(required) => onChange({ ...field, required })}
            label={<span className="text-sm">Must be filled in</span>}
          />
        ) : (
          <span className="font-mono text-muted text-xs">{field.key}</span>
        )}
        <span className="flex-1" />
        <IconButton label={`Move ${name} up`} size="sm" disabled={!onUp} onClick={() => onUp?.()}>
          <ArrowUp />
        </IconButton>
        <IconButton label={`Move ${name} down`} size="sm" disabled={!onDown} onClick={() => onDown?.()}>
          <ArrowDown />
        </IconButton>
        <IconButton label={`Remove ${name}`} size="sm" onClick={onRemove}>
          <Trash2 />
        </IconButton>
      </div>
      {issue ? <p className="text-failed text-sm">{issue}</p> : null}
    </li>
  )
}
