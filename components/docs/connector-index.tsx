import Link from 'next/link'
import { connectors } from '@/lib/connectors'
import { ConnectorTile } from '../marks/connector-icon'
import { PageHeader } from '../ui/page-header'

/** Every product that workflows can work with. */
export function ConnectorIndex() {
  return (
    <>
      <PageHeader
        title="Connectors"
        description="What workflows and their agents can read and change, product by product. Each action says what it does outside, and what it needs for that."
      />
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {connectors.map(({ id, title, summary, icon, actions }) => (
          <li key={id}>
            <Link
              href={`/docs/connectors/${id}`}
              className="flex h-full gap-3 rounded-card border border-line bg-raised p-4 hover:border-line-strong"
            >
              <ConnectorTile name={icon} />
              <span className="min-w-0">
                <span className="block font-medium">{title}</span>
                <span className="mt-1 block text-muted text-sm">{summary}</span>
                <span className="mt-2 block text-muted text-xs">{actions.length} actions</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
