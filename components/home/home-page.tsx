import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ApprovalSummary } from '@/lib/workflow/views/approval-view'
import type { RunSummary } from '@/lib/workflow/views/run-view'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { workspaceLink } from '../api/workspace-link'
import { ApprovalRow } from '../approvals/approval-row'
import { RunRow } from '../runs/list/run-row'
import { Button } from '../ui/button'
import { Card, Section } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { type Care, CareList } from './care-list'
import { StartButtons } from './start-buttons'

type HomePageProps = {
  slug: string
  waiting: readonly ApprovalSummary[]
  runs: readonly RunSummary[]
  startable: readonly WorkflowSummary[]
  /** Only for those who build. */
  care: Care | null
}

export function HomePage({ slug, waiting, runs, startable, care }: HomePageProps) {
  const needsCare = care !== null && care.failed.length + care.paused.length + care.broken.length > 0
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-10 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex flex-col gap-10">
        <Section
          title="Waiting for me"
          actions={<More href={workspaceLink(slug, 'approvals')}>All approvals</More>}
        >
          {waiting.length > 0 ? (
            <Card>
              <ul className="divide-y divide-line overflow-hidden rounded-card">
                {waiting.map((approval) => (
                  <ApprovalRow key={approval.id} approval={approval} />
                ))}
              </ul>
            </Card>
          ) : (
            <p className="flex items-center gap-2.5 rounded-card border border-line border-dashed px-4 py-5 text-muted">
              <CircleCheck className="size-4 shrink-0 text-succeeded" aria-hidden />
              Nothing waits for you. When a run needs your decision, it appears here.
            </p>
          )}
        </Section>
        <Section
          title="Start a workflow"
          actions={<More href={workspaceLink(slug, 'workflows')}>All workflows</More>}
        >
          {startable.length > 0 ? (
            <StartButtons workflows={startable} />
          ) : (
            <EmptyState
              title="No workflow can be started by hand yet"
              action={
                <Button asChild variant="primary">
                  <Link href={workspaceLink(slug, 'catalog')}>Look in the catalog</Link>
                </Button>
              }
            >
              A workflow that begins with a form and has a live version can be started here.
            </EmptyState>
          )}
        </Section>
      </div>
      <div className="flex flex-col gap-10">
        {needsCare ? (
          <Section title="Needs care">
            <CareList care={care} slug={slug} />
          </Section>
        ) : null}
        <Section title="My recent runs" actions={<More href={workspaceLink(slug, 'runs')}>All runs</More>}>
          {runs.length > 0 ? (
            <Card>
              <ul className="divide-y divide-line overflow-hidden rounded-card">
                {runs.map((run) => (
                  <RunRow key={run.id} run={run} href={workspaceLink(slug, `runs/${run.id}`)} compact />
                ))}
              </ul>
            </Card>
          ) : (
            <p className="rounded-card border border-line border-dashed px-4 py-5 text-muted">
              You have not started a run yet. What you start is listed here, with how it ended.
            </p>
          )}
        </Section>
      </div>
    </div>
  )
}

function More({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="shrink-0 text-muted text-sm underline-offset-4 hover:text-text hover:underline"
    >
      {children}
    </Link>
  )
}
