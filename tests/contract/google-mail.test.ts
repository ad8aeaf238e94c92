import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { lookupAction, runAction } from '@/lib/connectors/runs'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
beforeAll(async () => {
  emulators = await startEmulators()
})
beforeEach(() => emulators.google.reset())
afterAll(() => emulators.close())

const call = (action: string, input: Readonly<Record<string, unknown>>, idempotencyKey = 'a key') => ({
  action: `google.${action}`,
  connection: connectionTo(emulators, 'google'),
  input,
  idempotencyKey,
  signal: AbortSignal.timeout(20_000),
})

const written = z.object({ mail_id: z.string() })

/** The mail as it left, with every header. */
async function rawOf(mailId: string): Promise<string> {
  const url = `${emulators.google.url}/gmail/v1/users/me/messages/${mailId}?format=raw`
  const answer = await fetch(url, { headers: { authorization: `Bearer ${emulators.token}` } })
  const { raw } = z.object({ raw: z.string() }).parse(await answer.json())
  return Buffer.from(raw, 'base64url').toString('utf8')
}

const text = 'Hello'

test('an HTML mail is read as plain text, without its styles', async () => {
  expect(await runAction(call('mail.get', { mail: 'mail-hours' }))).toMatchObject({
    text: expect.stringMatching(/^Balcony gardens\n[\s\S]* \* Thursday at 15:00[\s\S]*chens-garden\.example/),
    from_address: 'mei@chens-garden.example',
  })
})

test('attachments are listed with their size, and a small text is read along', async () => {
  const content = 'item,pieces,price\nPot 20 cm,200,3.10\nPot 35 cm,100,6.20\n'
  expect(await runAction(call('mail.get', { mail: 'mail-invoice' }))).toMatchObject({
    text: expect.stringMatching(/^Please find our invoice/),
    attachments: [
      { name: 'invoice-2026-1189.csv', media_type: 'text/csv', byte_count: content.length, text: content },
    ],
  })
})

test('what is sent is found and read as it was written, in any script', async () => {
  const subject = 'Grüße: 東京, 50 % günstiger'
  const letter = { to: ['ada@example.com'], subject, text: 'Guten Tag,\n\n.\nÄpfel = gut\n' }
  await runAction(call('mail.send', letter))
  const { mails } = z
    .object({ mails: z.array(z.object({ mail_id: z.string(), subject: z.string() })) })
    .parse(await runAction(call('mail.search', { query: 'in:sent to:ada@example.com' })))
  expect(mails).toMatchObject([{ subject }])
  expect(await runAction(call('mail.get', { mail: mails[0]?.mail_id }))).toMatchObject({
    from_address: 'support@acme.example',
    text: 'Guten Tag,\n\n.\nÄpfel = gut',
  })
})

test.each([
  { to: ['ada@example.com\r\nBcc: eve@example.com'], subject: 'x', text },
  { to: ['ada@example.com, eve@example.com'], subject: 'x', text },
  { to: ['Ada <ada@example.com>'], subject: 'x', text },
  { to: ['ada@example.com'], subject: 'x\r\nBcc: eve@example.com', text },
  { to: ['ada@example.com'], subject: 'x\nBcc: eve@example.com', text },
])('no field makes room for a second header or recipient: %j', async (input) => {
  await expect(runAction(call('mail.send', input))).rejects.toMatchObject({ code: 'invalid_input' })
})

test('a text that looks like headers stays a text', async () => {
  const input = { to: ['ada@example.com'], subject: 'x', text: 'Bcc: eve@example.com\r\n\r\n--x' }
  const { mail_id } = written.parse(await runAction(call('mail.send', input)))
  const [head] = (await rawOf(mail_id)).split('\r\n\r\n')
  expect(head).not.toMatch(/eve@/)
  expect(head).toMatch(/^To: ada@example\.com$/m)
})

test('a reply stands in its conversation and goes to no one but those named', async () => {
  const input = { mail: 'mail-thanks', to: ['amir.haddad@mail.example'], text }
  const reply = await runAction(call('mail.reply', input))
  expect(reply).toMatchObject({ thread_id: 'thread-delivery', subject: 'Re: Where is my raised bed?' })
  const raw = await rawOf(written.parse(reply).mail_id)
  expect(raw).toMatch(/^In-Reply-To: <mail-thanks@mail\.example>/m)
  expect(raw).toMatch(/^References: <mail-delivery-answer@mail\.example>\s+<mail-thanks@mail\.example>/m)
  expect(raw).toMatch(/^To: amir\.haddad@mail\.example$/m)
})

test('a look-up among more mails to the same person than it opens proves nothing', async () => {
  const input = { to: ['ada@example.com'], subject: 'x', text }
  for (let count = 0; count < 50; count += 1) await runAction(call('mail.send', input, `key ${count}`))
  expect(await lookupAction(call('mail.send', input, 'key 0'))).toMatchObject({ subject: 'x' })
  await runAction(call('mail.send', input, 'key 50'))
  await expect(lookupAction(call('mail.send', input, 'no such key'))).rejects.toMatchObject({
    code: 'outcome_unknown',
    retry: 'unknown',
  })
})
