import { CircleDot, MessageSquare, Tag } from 'lucide-react'
import { Badge } from '../ui/badge'

type GitHubIssueProps = { repo: string; title: string; body?: string; labels?: readonly string[] }

/** An issue as it will stand on GitHub. */
export function GitHubIssue({ repo, title, body, labels = [] }: GitHubIssueProps) {
  return (
    <div className="rounded-card border border-line bg-raised">
      <p className="border-line border-b px-3.5 py-2 text-muted text-sm">{repo}</p>
      <div className="px-3.5 py-3">
        <p className="flex items-start gap-2 font-semibold text-lg">
          <CircleDot className="mt-1 size-4 shrink-0 text-succeeded" aria-hidden />
          <span className="min-w-0 break-words">{title}</span>
        </p>
        {body ? <p className="mt-2 whitespace-pre-wrap break-words">{body}</p> : null}
        {labels.length > 0 ? <Labels labels={labels} /> : null}
      </div>
    </div>
  )
}

type GitHubCommentProps = { repo: string; number: string; body: string; author: string }

/** A comment as it will stand under an issue. */
export function GitHubComment({ repo, number, body, author }: GitHubCommentProps) {
  return (
    <div className="rounded-card border border-line bg-raised">
      <p className="flex items-center gap-2 border-line border-b px-3.5 py-2 text-muted text-sm">
        <MessageSquare className="size-3.5" aria-hidden />
        <span>
          <span className="font-medium text-text">{author}</span> comments on {repo}#{number}
        </span>
      </p>
      <p className="whitespace-pre-wrap break-words px-3.5 py-3">{body}</p>
    </div>
  )
}

export function GitHubLabels({
  repo,
  number,
  labels,
}: {
  repo: string
  number: string
  labels: readonly string[]
}) {
  return (
    <div className="rounded-card border border-line bg-raised">
      <p className="flex items-center gap-2 border-line border-b px-3.5 py-2 text-muted text-sm">
        <Tag className="size-3.5" aria-hidden /> {repo}#{number} gets
      </p>
      <div className="px-3.5 pt-1 pb-3">
        <Labels labels={labels} />
      </div>
    </div>
  )
}

function Labels({ labels }: { labels: readonly string[] }) {
  return (
    <ul aria-label="Labels" className="mt-2 flex flex-wrap gap-1">
      {labels.map((label) => (
        <li key={label}>
          <Badge tone="outline" className="rounded-full px-2">
            {label}
          </Badge>
        </li>
      ))}
    </ul>
  )
}
