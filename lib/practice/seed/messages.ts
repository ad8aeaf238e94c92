/** A message of the practice company. `age` is minutes before the first start. */
export type SeedMessage = {
  readonly author: string
  readonly age: number
  readonly text: string
  readonly replies?: readonly { readonly author: string; readonly age: number; readonly text: string }[]
}

export type SeedChannel = {
  readonly id: string
  readonly name: string
  readonly topic: string
  readonly messages: readonly SeedMessage[]
}

export const channels: readonly SeedChannel[] = [
  {
    id: 'C000000001',
    name: 'general',
    topic: 'For everybody',
    messages: [
      { author: 'aiko-tanaka', age: 1500, text: 'The autumn catalogue is online. Thank you, everybody!' },
      {
        author: 'marcus-lind',
        age: 300,
        text: 'The office is closed on Friday afternoon: the heating is repaired.',
      },
    ],
  },
  {
    id: 'C000000002',
    name: 'engineering',
    topic: 'Building the shop, the API and the app',
    messages: [
      {
        author: 'priya-raman',
        age: 480,
        text: 'I move stock reservation behind a queue today. Please no releases of the API until noon.',
      },
      {
        author: 'tomas-novak',
        age: 200,
        text: 'Safari 17 does not fire the payment callback. Has anybody seen this before?',
        replies: [
          { author: 'priya-raman', age: 190, text: 'Yes, in May. It was the third-party cookie setting.' },
        ],
      },
    ],
  },
  {
    id: 'C000000003',
    name: 'support',
    topic: 'What customers tell us',
    messages: [
      {
        author: 'lena-fischer',
        age: 330,
        text: 'Four people cannot pay on their iPhones. I opened an issue in acme/website.',
      },
      { author: 'lena-fischer', age: 95, text: '31 tickets by now about the app signing people out.' },
    ],
  },
  {
    id: 'C000000004',
    name: 'ops',
    topic: 'Alarms, releases and on-call',
    messages: [
      { author: 'marcus-lind', age: 560, text: 'Payment webhooks time out since 03:10. I look into it.' },
      { author: 'marcus-lind', age: 60, text: 'On-call this week: Priya. Next week: Tomás.' },
    ],
  },
]
