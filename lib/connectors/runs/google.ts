import 'server-only'
import { accountGet } from '../google/account/account-get'
import { calendarBusy } from '../google/calendar/calendar-busy'
import { calendarList } from '../google/calendar/calendar-list'
import { eventCreate } from '../google/event/event-create'
import { eventDelete } from '../google/event/event-delete'
import { eventInvite } from '../google/event/event-invite'
import { eventList } from '../google/event/event-list'
import { eventUpdate } from '../google/event/event-update'
import { labelList } from '../google/label/label-list'
import { mailArchive } from '../google/mail/mail-archive'
import { mailDraft } from '../google/mail/mail-draft'
import { mailGet } from '../google/mail/mail-get'
import { mailLabel } from '../google/mail/mail-label'
import { mailReply } from '../google/mail/mail-reply'
import { mailSearch } from '../google/mail/mail-search'
import { mailSend } from '../google/mail/mail-send'
import { mailUnarchive } from '../google/mail/mail-unarchive'
import { type Bound, bind } from './bind'
import { googleDriveRuns } from './google-drive'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../google/client')

/** Every action of this connector with its behaviour. */
export const googleRuns: readonly Bound[] = [
  bind(mailSearch, client, () => import('../google/mail/mail-search.run')),
  bind(mailGet, client, () => import('../google/mail/mail-get.run')),
  bind(mailSend, client, () => import('../google/mail/mail-send.run')),
  bind(mailReply, client, () => import('../google/mail/mail-reply.run')),
  bind(mailDraft, client, () => import('../google/mail/mail-draft.run')),
  bind(mailLabel, client, () => import('../google/mail/mail-label.run')),
  bind(mailArchive, client, () => import('../google/mail/mail-archive.run')),
  bind(mailUnarchive, client, () => import('../google/mail/mail-unarchive.run')),
  bind(labelList, client, () => import('../google/label/label-list.run')),
  bind(eventList, client, () => import('../google/event/event-list.run')),
  bind(eventCreate, client, () => import('../google/event/event-create.run')),
  bind(eventUpdate, client, () => import('../google/event/event-update.run')),
  bind(eventInvite, client, () => import('../google/event/event-invite.run')),
  bind(eventDelete, client, () => import('../google/event/event-delete.run')),
  bind(calendarBusy, client, () => import('../google/calendar/calendar-busy.run')),
  bind(calendarList, client, () => import('../google/calendar/calendar-list.run')),
  bind(accountGet, client, () => import('../google/account/account-get.run')),
  ...googleDriveRuns,
]
