import { Pause, Plug } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ConnectionView } from '@/lib/policy/views/workspace-views'
import type { RunSummary } from '@/lib/workflow/views/run-view'
import type { WorkflowSummary } from '@/lib/workflow/views/workflow-view'
import { workspaceLink } from '../api/workspace-link'
import { StatusIcon } from '../marks/status-chip'
import { Card } from '../ui/card'
import { RelativeTime } from '../values/relative-time'

export type Care = {
  readonly failed: readonly RunSummary[]
  readonly paused: readonly WorkflowSummary[]
  readonly broken: readonly ConnectionView[]
}

/** What a builder should look after: runs that failed, workflows that are off, connections that no longer work. */
export function CareList({ care, slug }: { care: Care; slug: string }) {
  return (
    <Card>
      <ul className="divide-y divide-line overflow-hidden rounded-card">
        {care.broken.map((connection) => (
          <Line
            key={connection.id}
            href={workspaceLink(slug, 'connections')}
            icon={<Plug className="size-4 text-failed" aria-hidden />}
            title={connection.name}
            text={connection.statusMessage ?? 'It no longer works. Give it a new secret.'}
          />
        ))}
        {care.failed.map((run) => (
          <Line
            key={run.id}
            href={workspaceLink(slug, `runs/${run.id}`)}
            icon={<StatusIcon status="failed" hidden />}
            title={`${run.workflow.name} failed`}
            text={run.error?.message ?? 'Open it to see why.'}
            at={run.createdAt}
          />
        ))}
        {care.paused.map((workflow) => (
          <Line
            key={workflow.id}
            href={workspaceLink(slug, `workflows/${workflow.id}`)}
            icon={<Pause className="size-4 text-write" aria-hidden />}
            title={`${workflow.name} is paused`}
            text="It starts no new runs until it is switched on."
          />
        ))}
      </ul>
    </Card>
  )
}

type LineProps = { href: string; icon: ReactNode; title: string; text: string; at?: string }

function Line({ href, icon, title, text, at }: LineProps) {
  return (
    <li className="relative flex items-start gap-3 px-3.5 py-2.5 transition-colors hover:bg-sunken">
      <span className="mt-0.5">{icon}</span>
      <div className="min-w-0 flex-1">
        <Link href={href} className="font-medium after:absolute after:inset-0 after:content-['']">
          {title}
        </Link>
        <p className="line-clamp-2 text-muted text-sm">{text}</p>
      </div>
      {at ? <RelativeTime at={at} className="shrink-0 text-muted text-sm" /> : null}
    </li>
  )
}
