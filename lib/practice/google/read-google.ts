import { z } from 'zod'
import type { PracticeEvent, PracticeGoogle, PracticeMail } from '../../workflow/views/practice-google-view'
import { mailboxAddress } from '../seed/people'
import { itemsOf, type Snapshot, snapshotSchema } from '../snapshot'
import { type CalendarState, calendarState } from './calendar-state'
import { readHeaders } from './read-headers'

const remembered = z.object({ mailbox: snapshotSchema, calendar: calendarState })

/** What the simulated Google remembers, as the practice page shows it; nothing before it has started. */
export function readGoogle(state: unknown): PracticeGoogle {
  const parsed = remembered.safeParse(state)
  if (!parsed.success) return { address: mailboxAddress, mails: [], events: [] }
  const { mailbox, calendar } = parsed.data
  return { address: mailboxAddress, mails: readMails(mailbox), events: readEvents(calendar) }
}

const message = z.object({
  gmail_id: z.string(),
  internal_date: z.string(),
  raw: z.string(),
  label_ids: z.array(z.string()),
  from: z.string(),
  to: z.string(),
  body_text: z.string().nullish(),
  snippet: z.string().default(''),
})

const label = z.object({ gmail_id: z.string(), name: z.string(), type: z.string() })

function readMails(snapshot: Snapshot): PracticeMail[] {
  const own = itemsOf(snapshot, 'google.labels', label).filter(({ type }) => type === 'user')
  return itemsOf(snapshot, 'google.messages', message)
    .sort((left, right) => Number(right.internal_date) - Number(left.internal_date))
    .map((mail) => {
      const headers = readHeaders(mail.raw)
      const header = (name: string) => headers.find((each) => each.name.toLowerCase() === name)?.value ?? ''
      return {
        id: mail.gmail_id,
        folder: folderOf(mail.label_ids),
        from: header('from') || mail.from,
        to: header('to') || mail.to,
        subject: header('subject'),
        text: mail.body_text ?? mail.snippet,
        at: new Date(Number(mail.internal_date)).toISOString(),
        labels: own.filter(({ gmail_id }) => mail.label_ids.includes(gmail_id)).map(({ name }) => name),
        isUnread: mail.label_ids.includes('UNREAD'),
        isOurs: header('x-handrail-effect') !== '',
      }
    })
}

function folderOf(labels: readonly string[]): PracticeMail['folder'] {
  if (labels.includes('DRAFT')) return 'drafts'
  if (labels.includes('INBOX')) return 'inbox'
  return labels.includes('SENT') ? 'sent' : 'archive'
}

function readEvents({ events, told }: CalendarState): PracticeEvent[] {
  return events
    .map((event) => ({
      id: event.id,
      calendar: event.calendar,
      title: event.summary ?? '',
      place: event.location ?? '',
      start: event.start.dateTime ?? event.start.date ?? '',
      end: event.end.dateTime ?? event.end.date ?? '',
      isAllDay: event.start.date !== undefined,
      guests: (event.attendees ?? []).map(({ email }) => email),
      isCancelled: event.status === 'cancelled',
      // The seed is written by people; only workflows act as the mailbox.
      isOurs: event.creator.email === mailboxAddress || event.updated !== event.created,
      told: [...new Set(told.filter((each) => each.event === event.id).map(({ email }) => email))],
    }))
    .sort((left, right) => Date.parse(left.start) - Date.parse(right.start))
}
