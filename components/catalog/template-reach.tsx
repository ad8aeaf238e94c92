import type { Effect } from '@/lib/connectors/contract'
import { ConnectorTile } from '../marks/connector-icon'
import { EffectChip } from '../marks/effect-chip'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import type { TemplateUse } from './template-uses'

const strength: Readonly<Record<Effect, number>> = { irreversible: 0, write: 1, read: 2 }

/** What it can touch, the strongest first: read before installing. */
export function TemplateReach({ uses }: { uses: readonly TemplateUse[] }) {
  if (uses.length === 0) return <p className="text-muted">It touches nothing outside.</p>
  const sorted = uses.toSorted((one, other) => strength[one.effect] - strength[other.effect])
  return (
    <Card>
      <ul className="divide-y divide-line">
        {sorted.map((use) => (
          <li key={use.action} className="flex flex-wrap items-center gap-3 px-3.5 py-2.5">
            <ConnectorTile name={use.connector} />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{use.title}</span>
              <span className="block text-muted text-sm">{use.summary}</span>
            </span>
            {use.byAgent ? <Badge title="An agent decides when.">by an agent</Badge> : null}
            <EffectChip effect={use.effect} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
