'use client'

import { AtSign, Clock, Hash, Lock } from 'lucide-react'
import { useState } from 'react'
import type { PracticeChannel } from '@/lib/workflow/views/practice-slack-view'
import type { PracticeView } from '@/lib/workflow/views/practice-view'
import { SlackText } from '../approvals/slack-text'
import { Card } from '../ui/card'
import { cn } from '../ui/cn'
import { RelativeTime } from '../values/relative-time'
import { PracticeMessageItem } from './practice-message-item'

/** The simulated Slack: channels at the side, messages as they stand there. */
export function PracticeChannels({ slack }: { slack: PracticeView['slack'] }) {
  const busiest =
    slack.channels.find(({ messages }) => messages.some(({ isOurs }) => isOurs)) ?? slack.channels[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const channel = slack.channels.find(({ id }) => id === chosen) ?? busiest
  return (
    <Card className="grid overflow-hidden sm:grid-cols-[13rem_minmax(0,1fr)]">
      <nav aria-label="Channels" className="border-line border-b bg-sunken p-2 sm:border-r sm:border-b-0">
        <p className="px-2 py-1.5 font-semibold">{slack.team}</p>
        {slack.channels.map(({ id, name, kind, messages }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === channel?.id}
            onClick={() => setChosen(id)}
            className={cn(
              'flex h-control-small w-full items-center gap-1.5 rounded-control px-2 text-left',
              id === channel?.id ? 'bg-raised font-medium' : 'text-muted hover:text-text',
            )}
          >
            <KindIcon kind={kind} />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            {messages.some(({ isOurs }) => isOurs) ? (
              <span
                className="size-1.5 rounded-full bg-accent"
                role="img"
                aria-label="Workflows wrote here"
              />
            ) : null}
          </button>
        ))}
      </nav>
      <section aria-label={channel ? titleOf(channel) : 'Messages'} className="min-w-0">
        <header className="border-line border-b px-4 py-2.5">
          <h2 className="font-semibold">{channel ? titleOf(channel) : null}</h2>
          {channel?.topic ? <p className="truncate text-muted text-sm">{channel.topic}</p> : null}
        </header>
        {channel?.scheduled.map(({ id, text, at }) => (
          <p key={id} className="flex items-start gap-2 border-line border-b px-4 py-2.5 text-muted text-sm">
            <Clock className="mt-0.5 size-3.5 shrink-0" aria-hidden />
            <span className="min-w-0 break-words">
              Scheduled for <RelativeTime at={at} />: <SlackText text={text} />
            </span>
          </p>
        ))}
        <ul className="flex flex-col gap-4 p-4">
          {(channel?.messages ?? []).map((message) => (
            <PracticeMessageItem key={message.id} message={message} />
          ))}
          {channel?.messages.length === 0 ? (
            <li className="text-muted">Nobody has written here yet.</li>
          ) : null}
        </ul>
      </section>
    </Card>
  )
}

const icons = { public: Hash, private: Lock, direct: AtSign } as const

function KindIcon({ kind }: { kind: PracticeChannel['kind'] }) {
  const Icon = icons[kind]
  return <Icon className="size-3.5 shrink-0" aria-hidden />
}

function titleOf({ kind, name }: PracticeChannel): string {
  return kind === 'direct' ? name : `#${name}`
}
