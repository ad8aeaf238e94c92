import type { WorkflowNode } from '../document'
import type { FieldType } from '../field'
import type { Issue } from '../issue'
import { issueAt, quoted } from './context'

type Keyed = {
  readonly key: string
  readonly type?: FieldType
  readonly choices?: readonly string[] | undefined
}

/** The keys of a form, an agent's answer or a set of values differ, and a choice has something to choose from. */
export function checkFields(node: WorkflowNode, field: string, keyed: readonly Keyed[]): readonly Issue[] {
  const seen = new Set<string>()
  return keyed.flatMap(({ key, type, choices }, index) => {
    const issues: Issue[] = []
    if (seen.has(key)) {
      const message = `${quoted(node)} has two fields named "${key}". Rename one of them.`
      issues.push(issueAt(node, 'duplicate_id', message, { field: `${field}.${index}.key` }))
    }
    seen.add(key)
    if (type === 'choice' && (choices ?? []).length === 0) {
      const message = `The field "${key}" of ${quoted(node)} is a choice without choices. Add at least one.`
      issues.push(issueAt(node, 'missing_field', message, { field: `${field}.${index}.choices` }))
    }
    return issues
  })
}
