import type { Connector } from '../contract'
import { accountGet } from './account/account-get'
import { calendarBusy } from './calendar/calendar-busy'
import { calendarList } from './calendar/calendar-list'
import { driveActions } from './drive-actions'
import { eventCreate } from './event/event-create'
import { eventDelete } from './event/event-delete'
import { eventInvite } from './event/event-invite'
import { eventList } from './event/event-list'
import { eventUpdate } from './event/event-update'
import { hosts } from './hosts'
import { labelList } from './label/label-list'
import { mailArchive } from './mail/mail-archive'
import { mailDraft } from './mail/mail-draft'
import { mailGet } from './mail/mail-get'
import { mailLabel } from './mail/mail-label'
import { mailReply } from './mail/mail-reply'
import { mailSearch } from './mail/mail-search'
import { mailSend } from './mail/mail-send'
import { mailUnarchive } from './mail/mail-unarchive'

const mail = [
  mailSearch,
  mailGet,
  mailSend,
  mailReply,
  mailDraft,
  mailLabel,
  mailArchive,
  mailUnarchive,
  labelList,
] as const

const calendar = [
  eventList,
  eventCreate,
  eventUpdate,
  eventInvite,
  eventDelete,
  calendarBusy,
  calendarList,
] as const

export const google = {
  id: 'google',
  title: 'Google Workspace',
  summary: 'Mail in Gmail, events in Calendar; files, documents and spreadsheets in Drive.',
  icon: 'google',
  hosts,
  connection: 'required',
  oauth: 'google',
  fields: [
    {
      key: 'token',
      label: 'Access token',
      help: 'An OAuth access token with the scopes that the steps need. Google lets it live for an hour.',
      secret: true,
      required: true,
      placeholder: 'ya29.…',
    },
  ],
  check: 'google.account.get',
  actions: [...mail, ...calendar, ...driveActions, accountGet],
} satisfies Connector
