import { Avatar } from '../ui/avatar'
import { SlackText } from './slack-text'

type SlackMessageProps = { channel?: string; text: string; author: string; reply?: boolean; at?: string }

/** A message as it will stand in Slack. */
export function SlackMessage({ channel, text, author, reply, at }: SlackMessageProps) {
  return (
    <div className="rounded-card border border-line bg-raised">
      {channel ? (
        <p className="border-line border-b px-3.5 py-2 font-medium text-sm">
          {/^[CDGUW][A-Z0-9]{6,}( |$)|\(U[A-Z0-9]+\)$/.test(channel) || channel.startsWith('#')
            ? channel
            : `#${channel}`}
          {reply ? <span className="font-normal text-muted"> in a thread</span> : null}
        </p>
      ) : null}
      <div className="flex gap-2.5 px-3.5 py-3">
        <Avatar name={author} className="size-8 rounded-control" />
        <div className="min-w-0">
          <p className="text-sm">
            <span className="font-semibold">{author}</span>{' '}
            <span className="text-muted text-xs">{at ?? 'app'}</span>
          </p>
          <p className="whitespace-pre-wrap break-words">
            <SlackText text={text} />
          </p>
        </div>
      </div>
    </div>
  )
}
