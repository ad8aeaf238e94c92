'use client'

import { GitBranch, GitMerge, GitPullRequest, GitPullRequestClosed } from 'lucide-react'
import type { PracticeBranch, PracticeFile, PracticePull } from '@/lib/workflow/views/practice-code-view'
import { Badge } from '../ui/badge'
import { describeCount } from '../values/describe-amount'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'
import { CommentCard } from './comment-card'

const states = {
  open: { Icon: GitPullRequest, label: 'Open', tone: 'text-succeeded' },
  merged: { Icon: GitMerge, label: 'Merged', tone: 'text-waiting' },
  closed: { Icon: GitPullRequestClosed, label: 'Closed', tone: 'text-failed' },
} as const

/** A simulated pull request: its files, and what was said about it. */
export function Pull({ id, pull }: { id: string; pull: PracticePull }) {
  const touched = pull.isOurs || pull.comments.some(({ isOurs }) => isOurs)
  const { Icon, label, tone } = states[pull.state]
  return (
    <li id={id} className="scroll-mt-16 target:bg-sunken">
      <details open={touched}>
        <summary className="flex flex-wrap items-center gap-2 px-4 py-2.5 hover:bg-sunken">
          <Icon className={`size-4 ${tone}`} role="img" aria-label={label} />
          <span className="min-w-0 font-medium">{pull.title}</span>
          <span className="text-muted tabular-nums">#{pull.number}</span>
          <Badge tone="outline" className="rounded-full px-2">
            {pull.head} → {pull.base}
          </Badge>
          {pull.isOurs ? <ByWorkflow /> : null}
          <span className="ml-auto text-muted text-sm">{describeCount(pull.files.length, 'file')}</span>
        </summary>
        <div className="flex flex-col gap-3 px-4 pt-1 pb-4 pl-10">
          <p className="whitespace-pre-wrap break-words text-muted">{pull.body || 'No description.'}</p>
          {pull.reviewers.length > 0 ? (
            <p className="text-sm">Asked to review: {pull.reviewers.join(', ')}</p>
          ) : null}
          <Files files={pull.files} />
          {pull.comments.map((comment) => (
            <CommentCard key={comment.id} comment={comment} verdict={comment.verdict} />
          ))}
        </div>
      </details>
    </li>
  )
}

/** A simulated branch: its last commit, and in what it differs from the default branch. */
export function Branch({ branch }: { branch: PracticeBranch }) {
  return (
    <li>
      <details open={branch.isOurs && !branch.isDefault}>
        <summary className="flex flex-wrap items-center gap-2 px-4 py-2.5 hover:bg-sunken">
          <GitBranch className="size-4 text-muted" aria-hidden />
          <span className="min-w-0 font-medium">{branch.name}</span>
          <span className="min-w-0 truncate text-muted text-sm">{branch.message}</span>
          {branch.isOurs ? <ByWorkflow /> : null}
          <span className="ml-auto text-muted text-sm">
            {branch.isDefault ? 'default branch' : describeCount(branch.files.length, 'changed file')}
          </span>
        </summary>
        <div className="px-4 pt-1 pb-4 pl-10">
          <p className="mb-2 text-muted text-sm">
            {branch.author}, {branch.at ? <RelativeTime at={branch.at} /> : 'long ago'}
          </p>
          <Files files={branch.files} />
        </div>
      </details>
    </li>
  )
}

function Files({ files }: { files: readonly PracticeFile[] }) {
  if (files.length === 0) return null
  return (
    <ul aria-label="Changed files" className="flex flex-col gap-1">
      {files.map(({ path, change, text }) => (
        <li key={path} className="rounded-card border border-line">
          <details>
            <summary className="flex flex-wrap items-center gap-2 px-3 py-1.5 text-sm hover:bg-sunken">
              <code className="min-w-0 break-all">{path}</code>
              <span className="text-muted">{change}</span>
            </summary>
            {text ? <pre className="overflow-x-auto border-line border-t p-3 text-sm">{text}</pre> : null}
          </details>
        </li>
      ))}
    </ul>
  )
}
