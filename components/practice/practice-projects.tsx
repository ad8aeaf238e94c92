'use client'

import { CircleCheck, CircleDot, Link2, MessageSquare, Paperclip } from 'lucide-react'
import type { PracticeJira, PracticeJiraIssue } from '@/lib/workflow/views/practice-jira'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'
import { CommentCard } from './comment-card'
import { isTouched } from './is-touched'

/** The simulated Jira: projects with their issues, and what workflows wrote and changed in them. */
export function PracticeProjects({ projects }: PracticeJira) {
  return (
    <div className="flex flex-col gap-6">
      {projects.map((project) => (
        <section key={project.key} aria-label={project.name}>
          <h2 className="font-semibold">
            {project.name} <span className="font-normal text-muted">{project.key}</span>
          </h2>
          <p className="mb-2 text-muted text-sm">{project.description}</p>
          <Card>
            <ul className="divide-y divide-line">
              {project.issues.map((issue) => (
                <Issue key={issue.key} issue={issue} />
              ))}
              {project.issues.length === 0 ? <li className="px-4 py-3 text-muted">No issues.</li> : null}
            </ul>
          </Card>
        </section>
      ))}
      {projects.length === 0 ? (
        <p className="text-muted">Jira is just starting. Look again in a moment.</p>
      ) : null}
    </div>
  )
}

function Issue({ issue }: { issue: PracticeJiraIssue }) {
  const State = issue.isDone ? CircleCheck : CircleDot
  return (
    <li id={`browse/${issue.key}`} className="scroll-mt-16 target:bg-sunken">
      <details open={isTouched(issue)}>
        <summary className="flex flex-wrap items-center gap-2 px-4 py-2.5 hover:bg-sunken">
          <State
            className={issue.isDone ? 'size-4 text-waiting' : 'size-4 text-succeeded'}
            role="img"
            aria-label={issue.isDone ? 'Done' : 'Open'}
          />
          <span className="min-w-0 font-medium">{issue.summary}</span>
          <span className="text-muted tabular-nums">{issue.key}</span>
          <Badge>{issue.status}</Badge>
          {issue.labels.map((label) => (
            <Badge key={label} tone="outline" className="rounded-full px-2">
              {label}
            </Badge>
          ))}
          {isTouched(issue) ? <ByWorkflow /> : null}
          {issue.comments.length > 0 ? (
            <span className="ml-auto inline-flex items-center gap-1 text-muted text-sm">
              <MessageSquare className="size-3.5" aria-hidden />
              {issue.comments.length}
              <span className="sr-only">comments</span>
            </span>
          ) : null}
        </summary>
        <Details issue={issue} />
      </details>
    </li>
  )
}

function Details({ issue }: { issue: PracticeJiraIssue }) {
  return (
    <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-10">
      <p className="text-muted text-sm">
        {issue.type}, {issue.priority.toLowerCase()} priority, by {issue.reporter},{' '}
        {issue.assignee ? `for ${issue.assignee}` : 'for nobody yet'}
      </p>
      <p className="whitespace-pre-wrap break-words text-muted">{issue.description || 'No description.'}</p>
      {issue.links.map((link) => (
        <p key={link} className="flex items-center gap-1.5 text-sm">
          <Link2 className="size-3.5 text-muted" aria-hidden /> {link}
        </p>
      ))}
      {issue.files.map(({ id, name, isOurs }) => (
        <p key={id} className="flex items-center gap-1.5 text-sm">
          <Paperclip className="size-3.5 text-muted" aria-hidden /> {name} {isOurs ? <ByWorkflow /> : null}
        </p>
      ))}
      {issue.changes.map(({ id, field, value, at }) => (
        <p key={id} className="flex flex-wrap items-center gap-2 text-sm">
          Set {field} to “{value.slice(0, 120)}” <RelativeTime at={at} className="text-muted text-xs" />
          <ByWorkflow />
        </p>
      ))}
      {issue.comments.map((comment) => (
        <CommentCard key={comment.id} comment={comment} />
      ))}
    </div>
  )
}
