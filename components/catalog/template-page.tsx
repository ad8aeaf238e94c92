import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { TemplateView } from '@/lib/policy/views/workspace-views'
import { workspaceLink } from '../api/workspace-link'
import { ConnectorTile } from '../marks/connector-icon'
import { Card, Section } from '../ui/card'
import { PageHeader } from '../ui/page-header'
import { RelativeTime } from '../values/relative-time'
import { TemplateActions } from './template-actions'
import { TemplateReach } from './template-reach'
import { TemplateSteps } from './template-steps'
import { usesOf } from './template-uses'

/** A template before it is installed: what it does, what it can touch, what it needs. */
export function TemplatePage({ template, slug }: { template: TemplateView; slug: string }) {
  return (
    <>
      <PageHeader
        above={
          <Link
            href={workspaceLink(slug, 'catalog')}
            className="-ml-1 mb-2 inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-text"
          >
            <ChevronLeft className="size-4" aria-hidden /> Catalog
          </Link>
        }
        title={template.name}
        description={
          <>
            {template.description ? `${template.description} ` : ''}
            {template.publishedBy ? `Shared by ${template.publishedBy.name} ` : 'Shared '}
            <RelativeTime at={template.publishedAt} />, in {template.category}.
          </>
        }
        actions={<TemplateActions template={template} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title="What it can touch">
          <TemplateReach uses={usesOf(template.document)} />
        </Section>
        <div className="flex flex-col gap-8">
          <Section title="What it does, in order">
            <TemplateSteps document={template.document} />
          </Section>
          {template.slots.length > 0 ? (
            <Section title="What it needs">
              <Card>
                <ul className="divide-y divide-line">
                  {template.slots.map((slot) => (
                    <li key={slot.key} className="flex items-center gap-3 px-3.5 py-2.5">
                      <ConnectorTile name={slot.connector} />
                      {slot.label}
                    </li>
                  ))}
                </ul>
              </Card>
            </Section>
          ) : null}
        </div>
      </div>
    </>
  )
}
