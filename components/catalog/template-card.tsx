'use client'

import Link from 'next/link'
import type { TemplateSummary } from '@/lib/policy/views/workspace-views'
import { useHere, useLink } from '../api/workspace-context'
import { ConnectorTile } from '../marks/connector-icon'
import { EffectChip } from '../marks/effect-chip'
import { Card } from '../ui/card'
import { describeCount } from '../values/describe-amount'

export function TemplateCard({ template }: { template: TemplateSummary }) {
  const { connectorTitles } = useHere()
  const link = useLink()
  const titles = template.connectors.map((id) => connectorTitles[id] ?? id)
  return (
    <Card className="relative flex h-full flex-col gap-3 p-4 transition-colors focus-within:border-accent hover:border-control-line">
      <div className="flex items-center justify-between gap-3">
        <span className="flex gap-1" role="img" aria-label={titles.join(', ') || 'No services'}>
          {template.connectors.map((id) => (
            <ConnectorTile key={id} name={id} />
          ))}
        </span>
        <span className="text-muted text-sm">{template.category}</span>
      </div>
      <div className="min-w-0 flex-1">
        <h2 className="truncate font-semibold text-lg">
          <Link
            href={link(`catalog/${template.id}`)}
            className="after:absolute after:inset-0 after:content-['']"
          >
            {template.name}
          </Link>
        </h2>
        <p className="mt-0.5 line-clamp-3 text-muted">{template.description || 'No description.'}</p>
      </div>
      <div className="flex flex-wrap gap-1.5">
        {template.effects.map((effect) => (
          <EffectChip key={effect} effect={effect} />
        ))}
      </div>
      <p className="border-line border-t pt-2.5 text-muted text-sm">
        {template.publishedBy ? `By ${template.publishedBy.name}` : 'Shared'}
        {template.installs > 0 ? ` · installed ${describeCount(template.installs, 'time')}` : ''}
      </p>
    </Card>
  )
}
