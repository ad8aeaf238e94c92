import type { Connector } from '@/lib/connectors/contract'
import { EffectIcon } from '../marks/effect-chip'
import { Section } from '../ui/card'
import { PageHeader } from '../ui/page-header'
import { ActionDoc } from './action-doc'
import { ConnectingDoc } from './connecting-doc'

/** One product: how one connects it, and each thing that it can do. All of it follows from its definition. */
export function ConnectorDoc({ connector }: { connector: Connector }) {
  const { title, summary, actions } = connector
  return (
    <>
      <PageHeader title={title} description={summary} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav
          aria-label={`Actions of ${title}`}
          className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
        >
          <ul className="flex flex-col">
            {actions.map((action) => (
              <li key={action.id}>
                <a
                  href={`#${action.id}`}
                  className="flex items-center gap-2 rounded-control px-2 py-1 text-muted text-sm hover:bg-sunken hover:text-text"
                >
                  <EffectIcon effect={action.effect} />
                  <span className="truncate">{action.title}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex min-w-0 flex-col gap-10">
          <Section title="Connecting">
            <ConnectingDoc connector={connector} />
          </Section>
          {actions.map((action) => (
            <ActionDoc key={action.id} action={action} />
          ))}
        </div>
      </div>
    </>
  )
}
