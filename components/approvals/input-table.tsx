import { getAction } from '@/lib/connectors'
import { fieldsOf } from '@/lib/connectors/derive/fields-of'
import type { CoveredEffect } from '@/lib/workflow/views/approval-view'
import { Badge } from '../ui/badge'
import { ValueTree } from '../values/value-tree'

/** The values of a call, by the names that its form gives them. */
export function InputTable({ effect }: { effect: CoveredEffect }) {
  const action = getAction(effect.action)
  const fields = new Map(action ? fieldsOf(action).map((field) => [field.key, field]) : [])
  return (
    <dl className="divide-y divide-line rounded-card border border-line bg-raised">
      {Object.entries(effect.input).map(([key, value]) => (
        <div key={key} className="grid gap-x-4 px-3.5 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
          <dt className="flex items-center gap-2 text-muted text-sm">
            {fields.get(key)?.title ?? key}
            {fields.get(key)?.destination ? <Badge tone="outline">where</Badge> : null}
          </dt>
          <dd className="min-w-0 break-words text-sm">
            <ValueTree value={value} openTo={3} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
