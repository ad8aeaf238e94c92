import { Paperclip } from 'lucide-react'
import type { PracticeMessage } from '@/lib/workflow/views/practice-slack-view'
import { SlackText } from '../approvals/slack-text'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { cn } from '../ui/cn'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'

/** A message of the simulated Slack, with its files, its reactions and the thread under it. */
export function PracticeMessageItem({ message }: { message: PracticeMessage }) {
  return (
    <li className={cn('flex gap-3', message.isOurs && '-mx-2 rounded-card bg-accent-soft p-2')}>
      <Avatar name={message.author} className={cn('size-8 rounded-control', message.isOurs && 'bg-raised')} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-semibold">{message.author}</span>
          <RelativeTime at={message.at} className="text-muted text-xs" />
          {message.isOurs ? <ByWorkflow /> : null}
        </p>
        <p className="whitespace-pre-wrap break-words">
          <SlackText text={message.text} />
          {message.isEdited ? <span className="text-muted text-xs"> (changed)</span> : null}
        </p>
        {message.files.map((name) => (
          <p key={name} className="flex items-center gap-1.5 text-sm">
            <Paperclip className="size-3.5 shrink-0 text-muted" aria-hidden />
            <span className="min-w-0 truncate">{name}</span>
          </p>
        ))}
        {message.reactions.length > 0 ? (
          <p className="mt-1 flex flex-wrap gap-1">
            {message.reactions.map(({ emoji, count, isOurs }) => (
              <Badge key={emoji} tone={isOurs ? 'accent' : 'outline'}>
                :{emoji}: {count}
              </Badge>
            ))}
          </p>
        ) : null}
        {message.replies.length > 0 ? (
          <ul className="mt-2 flex flex-col gap-3 border-line border-l-2 pl-3">
            {message.replies.map((reply) => (
              <PracticeMessageItem key={reply.id} message={reply} />
            ))}
          </ul>
        ) : null}
      </div>
    </li>
  )
}
