import { emulate } from '../emulated'
import { internalTokens } from '../internal-token'
import { mails } from '../seed/mails'
import { mailboxAddress, mailboxName } from '../seed/people'
import type { Snapshot } from '../snapshot'
import type { GooglePart } from './part'
import { readHeaders } from './read-headers'
import { withWholeHeaders } from './with-whole-headers'

const minute = 60_000

const users = [{ email: mailboxAddress, name: mailboxName }]
const labels = [
  { id: 'Label_orders', user_email: mailboxAddress, name: 'Orders' },
  { id: 'Label_invoices', user_email: mailboxAddress, name: 'Invoices' },
]

function emulateMailbox(baseUrl: string, messages: readonly Readonly<Record<string, unknown>>[] = []) {
  return emulate('google', {
    baseUrl,
    seed: { users, labels, messages },
    tokens: internalTokens(mailboxAddress, []),
  })
}

/** Gmail, and the account itself: all that the emulator has of them. */
export const mailbox: GooglePart = {
  owns: /^\/(upload\/)?gmail\/|^\/oauth2\//,
  async start(baseUrl) {
    const emulated = await emulateMailbox(baseUrl)
    emulated.restore(withoutOthers(emulated.snapshot()))
    return { ...emulated, handle: withWholeHeaders(emulated.handle) }
  },
  async seed(emulated, now) {
    const messages = mails.map(({ id, thread, age, labelIds, answers, ...mail }) => ({
      ...mail,
      id,
      thread_id: thread,
      message_id: `<${id}@mail.example>`,
      user_email: mailboxAddress,
      label_ids: labelIds,
      internal_date: String(now - age * minute),
      ...(answers
        ? { in_reply_to: `<${answers}@mail.example>`, references: `<${answers}@mail.example>` }
        : {}),
    }))
    const seeded = await emulateMailbox('http://127.0.0.1', messages)
    emulated.restore(withoutOthers(seeded.snapshot()))
  },
  effectKey({ body }) {
    const raw = /"raw":"([\w-]+)"/.exec(body)?.[1]
    return raw ? (readHeaders(raw).find(({ name }) => name === 'X-Handrail-Effect')?.value ?? null) : null
  },
}

const ofUser = new Set([
  'messages',
  'attachments',
  'drafts',
  'history',
  'labels',
  'calendars',
  'calendar_events',
])

/** The emulator brings an account of its own with mails and events; calendar and files are not its part here. */
function withoutOthers(snapshot: Snapshot): Snapshot {
  const collections = Object.entries(snapshot.collections).map(([name, collection]) => {
    const items = collection.items.filter(
      ({ user_email, email }) =>
        [user_email, email].includes(mailboxAddress) || !ofUser.has(name.replace('google.', '')),
    )
    return [name, { ...collection, items }] as const
  })
  return { ...snapshot, collections: Object.fromEntries(collections) }
}
