'use client'

import { CircleCheck, CircleDot, MessageSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PracticeIssue, PracticeRepository } from '@/lib/workflow/views/practice-view'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { ByWorkflow } from './by-workflow'
import { CommentCard } from './comment-card'
import { Branch, Pull } from './practice-code'

/** The simulated GitHub: repositories with their issues, pull requests and branches. */
export function PracticeRepositories({ repositories }: { repositories: readonly PracticeRepository[] }) {
  return (
    <div className="flex flex-col gap-6">
      {repositories.map((repository) => (
        <section key={repository.name} aria-label={repository.name}>
          <h2 className="font-semibold">{repository.name}</h2>
          <p className="mb-2 text-muted text-sm">{repository.description}</p>
          <Card>
            <ul className="divide-y divide-line">
              {repository.issues.map((issue) => (
                <Issue key={issue.number} id={`${repository.name}/issues/${issue.number}`} issue={issue} />
              ))}
              {repository.issues.length === 0 ? <li className="px-4 py-3 text-muted">No issues.</li> : null}
            </ul>
          </Card>
          {repository.pulls.length > 0 ? (
            <Part title="Pull requests">
              {repository.pulls.map((pull) => (
                <Pull key={pull.number} id={`${repository.name}/pull/${pull.number}`} pull={pull} />
              ))}
            </Part>
          ) : null}
          <Part title="Branches">
            {repository.branches.map((branch) => (
              <Branch key={branch.name} branch={branch} />
            ))}
          </Part>
        </section>
      ))}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="mt-4 mb-2 font-medium text-sm">{title}</h3>
      <Card>
        <ul aria-label={title} className="divide-y divide-line">
          {children}
        </ul>
      </Card>
    </>
  )
}

function Issue({ id, issue }: { id: string; issue: PracticeIssue }) {
  const touched = issue.isOurs || issue.comments.some(({ isOurs }) => isOurs)
  const State = issue.state === 'open' ? CircleDot : CircleCheck
  return (
    <li id={id} className="scroll-mt-16 target:bg-sunken">
      <details open={touched}>
        <summary className="flex flex-wrap items-center gap-2 px-4 py-2.5 hover:bg-sunken">
          <State
            className={issue.state === 'open' ? 'size-4 text-succeeded' : 'size-4 text-waiting'}
            role="img"
            aria-label={issue.state === 'open' ? 'Open' : 'Closed'}
          />
          <span className="min-w-0 font-medium">{issue.title}</span>
          <span className="text-muted tabular-nums">#{issue.number}</span>
          {issue.labels.map((label) => (
            <Badge key={label} tone="outline" className="rounded-full px-2">
              {label}
            </Badge>
          ))}
          {issue.isOurs ? <ByWorkflow /> : null}
          {issue.comments.length > 0 ? (
            <span className="ml-auto inline-flex items-center gap-1 text-muted text-sm">
              <MessageSquare className="size-3.5" aria-hidden />
              {issue.comments.length}
              <span className="sr-only">comments</span>
            </span>
          ) : null}
        </summary>
        <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-10">
          <p className="whitespace-pre-wrap break-words text-muted">{issue.body || 'No description.'}</p>
          {issue.comments.map((comment) => (
            <CommentCard key={comment.id} comment={comment} />
          ))}
        </div>
      </details>
    </li>
  )
}
