import { Avatar } from '../ui/avatar'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'

type CommentCardProps = {
  comment: { readonly author: string; readonly at: string; readonly body: string; readonly isOurs: boolean }
  /** What a review came to. */
  verdict?: string | null
}

/** What somebody wrote below an issue or a pull request of a simulated service. */
export function CommentCard({ comment, verdict }: CommentCardProps) {
  return (
    <div className="flex gap-2.5 rounded-card border border-line p-3">
      <Avatar name={comment.author} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <span className="font-semibold">{comment.author}</span>
          {verdict ? <span>{verdict}</span> : null}
          <RelativeTime at={comment.at} className="text-muted text-xs" />
          {comment.isOurs ? <ByWorkflow /> : null}
        </p>
        <p className="whitespace-pre-wrap break-words">{comment.body}</p>
      </div>
    </div>
  )
}
