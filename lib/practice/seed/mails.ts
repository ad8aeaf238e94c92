import { mailboxAddress } from './people'

/** A mail in the shared mailbox of the practice company. `age` is minutes before the first start. */
export type SeedMail = {
  readonly id: string
  readonly thread: string
  readonly age: number
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly labelIds: readonly string[]
  readonly body_text?: string
  readonly body_html?: string
  /** The id of the mail that this one answers. */
  readonly answers?: string
  /** The whole mail in base64url, where it has attachments; the rest is read from it. */
  readonly raw?: string
}

const ours = `Acme Support <${mailboxAddress}>`

export const mails: readonly SeedMail[] = [
  {
    id: 'mail-safari',
    thread: 'thread-safari',
    age: 95,
    from: 'Johanna Weiss <johanna@kitchenweiss.example>',
    to: mailboxAddress,
    subject: 'I cannot pay on my iPhone',
    labelIds: ['INBOX', 'UNREAD', 'Label_orders'],
    body_text:
      'Good morning,\n\nI have tried to pay for my order three times on my iPhone. I tap “Pay now”, see a spinner, and then nothing happens. The cart is still full. Is the stand mixer kept for me meanwhile?\n\nKind regards\nJohanna Weiss',
  },
  {
    id: 'mail-refund',
    thread: 'thread-refund',
    age: 240,
    from: 'Pedro Santos <pedro.santos@mail.example>',
    to: mailboxAddress,
    subject: 'Refund for order 20417',
    labelIds: ['INBOX', 'UNREAD', 'Label_orders'],
    body_text:
      'Hello,\n\nThe pruning shears of order 20417 arrived with a bent blade. I would like my 34.90 back rather than a new pair.\n\nPedro Santos',
  },
  {
    id: 'mail-invoice',
    thread: 'thread-invoice',
    age: 600,
    from: 'Accounts <accounts@terracotta.example>',
    to: mailboxAddress,
    subject: 'Invoice 2026-1189: flower pots',
    labelIds: ['INBOX', 'Label_invoices'],
    raw: withAttachment({
      from: 'Accounts <accounts@terracotta.example>',
      subject: 'Invoice 2026-1189: flower pots',
      id: 'mail-invoice',
      text: 'Please find our invoice 2026-1189 over 1,240.00 attached. It is due in 14 days.',
      name: 'invoice-2026-1189.csv',
      content: 'item,pieces,price\nPot 20 cm,200,3.10\nPot 35 cm,100,6.20\n',
    }),
  },
  {
    id: 'mail-hours',
    thread: 'thread-hours',
    age: 1500,
    from: 'Mei Chen <mei@chens-garden.example>',
    to: mailboxAddress,
    subject: 'Workshop for balcony gardens',
    labelIds: ['INBOX'],
    body_html:
      '<html><head><style>p { color: #333 }</style></head><body><h2>Balcony gardens</h2><p>Dear Acme team,</p><p>We would like to book the <b>workshop</b> for twelve people. Two dates would suit us:</p><ul><li>Tuesday at 10:00</li><li>Thursday at 15:00</li></ul><p>More about us: <a href="https://chens-garden.example/about">chens-garden.example</a></p></body></html>',
  },
  {
    id: 'mail-delivery',
    thread: 'thread-delivery',
    age: 2900,
    from: 'Amir Haddad <amir.haddad@mail.example>',
    to: mailboxAddress,
    subject: 'Where is my raised bed?',
    labelIds: ['INBOX', 'Label_orders'],
    body_text: 'The parcel service says “delivered”, but nothing is here. Order 20388.',
  },
  {
    id: 'mail-delivery-answer',
    thread: 'thread-delivery',
    age: 2700,
    from: ours,
    to: 'Amir Haddad <amir.haddad@mail.example>',
    subject: 'Re: Where is my raised bed?',
    labelIds: ['SENT'],
    answers: 'mail-delivery',
    body_text: 'Dear Mr Haddad,\n\nwe have asked the parcel service and write again tomorrow.\n\nLena, Acme',
  },
  {
    id: 'mail-thanks',
    thread: 'thread-delivery',
    age: 1300,
    from: 'Amir Haddad <amir.haddad@mail.example>',
    to: mailboxAddress,
    subject: 'Re: Where is my raised bed?',
    labelIds: ['INBOX', 'Label_orders'],
    answers: 'mail-delivery-answer',
    body_text: 'It was at my neighbour’s. Thank you for your help!',
  },
]

function withAttachment(mail: {
  readonly from: string
  readonly subject: string
  readonly id: string
  readonly text: string
  readonly name: string
  readonly content: string
}): string {
  const lines = [
    `From: ${mail.from}`,
    `To: ${mailboxAddress}`,
    `Subject: ${mail.subject}`,
    `Message-ID: <${mail.id}@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=utf-8',
    '',
    mail.text,
    '--part',
    `Content-Type: text/csv; name="${mail.name}"`,
    `Content-Disposition: attachment; filename="${mail.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(mail.content).toString('base64'),
    '--part--',
    '',
  ]
  return Buffer.from(lines.join('\r\n')).toString('base64url')
}
