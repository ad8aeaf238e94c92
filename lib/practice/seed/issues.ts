/** An issue of the practice company. `age` and a comment's `age` are hours before the first start. */
export type SeedIssue = {
  readonly repo: string
  readonly author: string
  readonly age: number
  readonly title: string
  readonly body: string
  readonly labels: readonly string[]
  readonly closed?: boolean
  readonly comments?: readonly { readonly author: string; readonly age: number; readonly body: string }[]
}

export const repositories = [
  { name: 'website', description: 'The shop at acme.example', language: 'TypeScript', private: false },
  { name: 'api', description: 'Orders, payments and stock behind the shop', language: 'Go', private: true },
  { name: 'mobile', description: 'The app for iOS and Android', language: 'Kotlin', private: true },
  { name: 'handbook', description: 'How we work', language: 'Markdown', private: false },
] as const

export const labels = [
  { name: 'bug', color: 'd73a4a', description: 'Something is broken' },
  { name: 'enhancement', color: 'a2eeef', description: 'A wish, or something to make better' },
  { name: 'question', color: 'd876e3', description: 'Somebody wants to know' },
  { name: 'high priority', color: 'b60205', description: 'Look at this today' },
  { name: 'needs info', color: 'fbca04', description: 'The report lacks something' },
  { name: 'documentation', color: '0075ca', description: 'Words, not code' },
] as const

export const issues: readonly SeedIssue[] = [
  {
    repo: 'website',
    author: 'lena-fischer',
    age: 5,
    title: 'Checkout button does nothing on Safari 17',
    body: "Four customers wrote in since this morning. On an iPhone with Safari 17 they tap **Pay now**, see a spinner for a moment, and stay on the page. Chrome on the same phone works.\n\nSteps:\n1. Put anything into the cart\n2. Choose card payment\n3. Tap *Pay now*\n\nOne of them sent the console: `TypeError: undefined is not an object (evaluating 'payment.session.id')`",
    labels: [],
    comments: [
      { author: 'tomas-novak', age: 4, body: 'I can see it too. It began with yesterday’s release.' },
    ],
  },
  {
    repo: 'website',
    author: 'aiko-tanaka',
    age: 50,
    title: 'Let people save a cart for later',
    body: 'In interviews six of nine people asked for it. A signed-in customer should find the same cart on another device.\n\nOut of scope for now: sharing a cart.',
    labels: ['enhancement'],
  },
  {
    repo: 'website',
    author: 'lena-fischer',
    age: 74,
    title: 'Search finds nothing for words with umlauts',
    body: 'Searching for “Kühltasche” gives no results, “Kuhltasche” gives three. Seen in Firefox and Chrome.',
    labels: ['bug'],
  },
  {
    repo: 'website',
    author: 'tomas-novak',
    age: 240,
    title: 'Product images jump while the page loads',
    body: 'The images have no width and height, so the text below jumps. Our layout shift score is 0.31.',
    labels: ['bug'],
    closed: true,
    comments: [{ author: 'tomas-novak', age: 200, body: 'Fixed: sizes now come with the image list.' }],
  },
  {
    repo: 'api',
    author: 'marcus-lind',
    age: 9,
    title: 'Payment webhooks are retried for hours after a timeout',
    body: 'Since 03:10 the provider sends each webhook again every five minutes. We answer after 12 s, their limit is 10 s. About 2,300 orders are shown as “pending” although they are paid.',
    labels: ['bug', 'high priority'],
    comments: [
      {
        author: 'priya-raman',
        age: 8,
        body: 'The stock reservation inside the handler is slow. I move it behind a queue.',
      },
    ],
  },
  {
    repo: 'api',
    author: 'priya-raman',
    age: 120,
    title: 'Orders export misses the time zone',
    body: 'The CSV writes `2026-10-25 02:30` without an offset. On the night of the clock change two orders get the same time.',
    labels: ['bug'],
  },
  {
    repo: 'api',
    author: 'aiko-tanaka',
    age: 26,
    title: 'How long do we keep abandoned carts?',
    body: 'Legal asks. Is there a job that deletes them, and after how many days?',
    labels: ['question'],
  },
  {
    repo: 'api',
    author: 'tomas-novak',
    age: 400,
    title: 'Rate limit the public stock endpoint',
    body: 'Somebody polls it forty times a second.',
    labels: ['enhancement'],
    closed: true,
  },
  {
    repo: 'mobile',
    author: 'lena-fischer',
    age: 31,
    title: 'App signs people out after the update to 5.2',
    body: 'Reviews in the store say that they have to sign in every morning since Tuesday’s update. We have 31 tickets about it.',
    labels: [],
  },
  {
    repo: 'mobile',
    author: 'aiko-tanaka',
    age: 170,
    title: 'Dark mode for the order list',
    body: 'The order list is the last white screen.',
    labels: ['enhancement'],
  },
  {
    repo: 'mobile',
    author: 'marcus-lind',
    age: 60,
    title: 'Crash',
    body: 'It crashed again.',
    labels: ['needs info'],
  },
  {
    repo: 'handbook',
    author: 'marcus-lind',
    age: 90,
    title: 'Describe how on-call is handed over',
    body: 'New people ask each time. Two paragraphs and a checklist would do.',
    labels: ['documentation'],
  },
]
