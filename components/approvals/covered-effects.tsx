import { SquareArrowOutUpRight } from 'lucide-react'
import type { ApprovalView, CoveredEffect } from '@/lib/workflow/views/approval-view'
import { ConnectorTile } from '../marks/connector-icon'
import { EffectChip } from '../marks/effect-chip'
import { Badge } from '../ui/badge'
import { headline } from './approval-words'
import { EffectDrawing } from './effect-drawing'

/** Everything that an approval lets happen, each as it will look, and where it goes. */
export function CoveredEffects({ approval }: { approval: ApprovalView }) {
  if (approval.covers.length === 0) {
    return (
      <p className="rounded-card border border-line bg-raised px-3.5 py-3 text-muted">
        Nothing goes out at once. The run goes on if you approve.
      </p>
    )
  }
  return (
    <ol className="flex flex-col gap-5">
      {approval.covers.map((effect) => (
        <li key={effect.node} className="flex flex-col gap-2">
          <Covered effect={effect} />
        </li>
      ))}
    </ol>
  )
}

function Covered({ effect }: { effect: CoveredEffect }) {
  return (
    <>
      <div className="flex flex-wrap items-start gap-x-2.5 gap-y-1.5 sm:flex-nowrap">
        <ConnectorTile name={effect.connector} />
        <div className="min-w-48 flex-1">
          <p className="break-words font-medium">{headline(effect.preview)}</p>
          <p className="truncate text-muted text-sm">
            {effect.title}
            {effect.connection ? `, as ${effect.connection.name}` : ''}
          </p>
        </div>
        <span className="flex w-full flex-wrap gap-1.5 pl-9.5 sm:w-auto sm:shrink-0 sm:pl-0">
          {effect.outward ? (
            <Badge tone="outline" title="Other people see it.">
              <SquareArrowOutUpRight aria-hidden /> outside
            </Badge>
          ) : null}
          <EffectChip effect={effect.effect} />
        </span>
      </div>
      <EffectDrawing effect={effect} />
    </>
  )
}
