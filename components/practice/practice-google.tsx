'use client'

import { Archive, CalendarDays, CalendarX2, Inbox, type LucideIcon, PencilLine, Send } from 'lucide-react'
import type { PracticeEvent, PracticeGoogle, PracticeMail } from '@/lib/workflow/views/practice-google-view'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { RelativeTime } from '../values/relative-time'
import { ByWorkflow } from './by-workflow'

/** The simulated Google account: its mails and the events of its calendars. */
export function PracticeGoogleAccount({ google }: { google: PracticeGoogle }) {
  return (
    <div className="flex flex-col gap-6">
      <section aria-label="Mails">
        <h2 className="font-semibold">Mails</h2>
        <p className="mb-2 text-muted text-sm">{google.address}</p>
        <Card>
          <ul className="divide-y divide-line">
            {google.mails.map((mail) => (
              <Mail key={mail.id} mail={mail} />
            ))}
            {google.mails.length === 0 ? <li className="px-4 py-3 text-muted">No mails.</li> : null}
          </ul>
        </Card>
      </section>
      <section aria-label="Events">
        <h2 className="mb-2 font-semibold">Events</h2>
        <Card>
          <ul className="divide-y divide-line">
            {google.events.map((event) => (
              <CalendarEntry key={`${event.calendar}/${event.id}`} event={event} />
            ))}
            {google.events.length === 0 ? <li className="px-4 py-3 text-muted">No events.</li> : null}
          </ul>
        </Card>
      </section>
    </div>
  )
}

const folders: Readonly<
  Record<PracticeMail['folder'], { readonly icon: LucideIcon; readonly label: string }>
> = {
  inbox: { icon: Inbox, label: 'In the inbox' },
  sent: { icon: Send, label: 'Sent' },
  drafts: { icon: PencilLine, label: 'Draft' },
  archive: { icon: Archive, label: 'Archived' },
}

function Mail({ mail }: { mail: PracticeMail }) {
  const { icon: Icon, label } = folders[mail.folder]
  const isReceived = mail.folder === 'inbox' || mail.folder === 'archive'
  return (
    <li id={`mails/${mail.id}`} className="scroll-mt-16 target:bg-sunken">
      <details open={mail.isOurs}>
        <summary className="flex flex-wrap items-center gap-2 px-4 py-2.5 hover:bg-sunken">
          <Icon className="size-4 shrink-0 text-muted" role="img" aria-label={label} />
          <span className={mail.isUnread ? 'min-w-0 font-semibold' : 'min-w-0 font-medium'}>
            {mail.subject || '(no subject)'}
          </span>
          {mail.labels.map((each) => (
            <Badge key={each} tone="outline" className="rounded-full px-2">
              {each}
            </Badge>
          ))}
          {mail.isOurs ? <ByWorkflow /> : null}
          <RelativeTime at={mail.at} className="ml-auto text-muted text-xs" />
        </summary>
        <div className="flex flex-col gap-2 px-4 pt-1 pb-4 pl-10">
          <p className="break-words text-muted text-sm">
            {isReceived ? `From ${mail.from}` : `To ${mail.to}`}
          </p>
          <p className="whitespace-pre-wrap break-words">{mail.text}</p>
        </div>
      </details>
    </li>
  )
}

function CalendarEntry({ event }: { event: PracticeEvent }) {
  const Icon = event.isCancelled ? CalendarX2 : CalendarDays
  return (
    <li
      id={`events/${event.id}`}
      className="flex scroll-mt-16 flex-wrap items-center gap-2 px-4 py-2.5 target:bg-sunken"
    >
      <Icon
        className="size-4 shrink-0 text-muted"
        role="img"
        aria-label={event.isCancelled ? 'Deleted' : 'Planned'}
      />
      <span className={event.isCancelled ? 'min-w-0 text-muted line-through' : 'min-w-0 font-medium'}>
        {event.title || '(no title)'}
      </span>
      {event.isOurs ? <ByWorkflow /> : null}
      <span className="ml-auto text-muted text-sm tabular-nums">
        {event.isAllDay ? event.start : <RelativeTime at={event.start} />}
      </span>
      <p className="w-full break-words pl-6 text-muted text-sm empty:hidden">
        {[
          event.place,
          event.guests.length > 0 && `with ${event.guests.join(', ')}`,
          event.told.length > 0 && `told by mail: ${event.told.join(', ')}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  )
}
