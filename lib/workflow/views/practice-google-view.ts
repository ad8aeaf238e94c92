import { z } from 'zod'

export const practiceMailSchema = z.object({
  id: z.string(),
  folder: z.enum(['inbox', 'sent', 'drafts', 'archive']),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  at: z.string(),
  /** By name, without those that Gmail uses for itself. */
  labels: z.array(z.string()).readonly(),
  isUnread: z.boolean(),
  /** A workflow wrote it. */
  isOurs: z.boolean(),
})

export type PracticeMail = z.infer<typeof practiceMailSchema>

export const practiceEventSchema = z.object({
  id: z.string(),
  calendar: z.string(),
  title: z.string(),
  place: z.string(),
  start: z.string(),
  end: z.string(),
  isAllDay: z.boolean(),
  guests: z.array(z.string()).readonly(),
  isCancelled: z.boolean(),
  /** A workflow made or changed it. */
  isOurs: z.boolean(),
  /** Whom Google would have written a mail. */
  told: z.array(z.string()).readonly(),
})

export type PracticeEvent = z.infer<typeof practiceEventSchema>

/** The simulated Google account: its mails, newest first, and the events of its calendars by their start. */
export const practiceGoogleSchema = z.object({
  address: z.string(),
  mails: z.array(practiceMailSchema).readonly(),
  events: z.array(practiceEventSchema).readonly(),
})

export type PracticeGoogle = z.infer<typeof practiceGoogleSchema>
