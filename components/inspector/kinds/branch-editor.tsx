'use client'

import { Trash2 } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { NodeOf } from '@/lib/workflow/document'
import { Section } from '../sections/section'
import { ConditionFields } from './condition-fields'

type Branch = NodeOf<'condition'>['config']['branches'][number]

type BranchEditorProps = {
  nodeId: string
  path: string
  branch: Branch
  index: number
  onChange: (branch: Branch, key?: string) => void
  onRemove: () => void
}

export function BranchEditor({ nodeId, path, branch, index, onChange, onRemove }: BranchEditorProps) {
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
      <ConditionFields
        nodeId={nodeId}
        path={`${path}.when`}
        label={`When ${name} is taken`}
        condition={branch.when}
        onChange={(when, key) => onChange({ ...branch, when }, key)}
        lead={
          <Input
            aria-label={`Name of branch ${index + 1}`}
            value={branch.label ?? ''}
            placeholder={branch.exit}
            maxLength={80}
            onChange={(event) => onChange({ ...branch, label: event.target.value }, 'label')}
          />
        }
      />
    </Section>
  )
}
