const scope = (name: string) => `https://www.googleapis.com/auth/${name}`

/** Google's own names of what a token may do: each action asks for the least that Google lets it work with. */
export const scopes = {
  email: scope('userinfo.email'),
  mailRead: scope('gmail.readonly'),
  mailLabels: scope('gmail.labels'),
  mailSend: scope('gmail.send'),
  mailCompose: scope('gmail.compose'),
  mailModify: scope('gmail.modify'),
  eventsRead: scope('calendar.events.readonly'),
  events: scope('calendar.events'),
  freeBusy: scope('calendar.freebusy'),
  calendarList: scope('calendar.calendarlist.readonly'),
  /** Files that Handrail made, or that a person opened with it. */
  driveFile: scope('drive.file'),
} as const
