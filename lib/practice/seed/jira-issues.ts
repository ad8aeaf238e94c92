/** An issue as the practice company plans it. `age` and a comment's `age` are hours before the first start. */
export type SeedJiraIssue = {
  readonly project: string
  readonly type: 'Task' | 'Bug' | 'Story'
  readonly summary: string
  readonly description: string
  readonly status: 'To Do' | 'In Progress' | 'In Review' | 'Done'
  readonly priority: 'Highest' | 'High' | 'Medium' | 'Low' | 'Lowest'
  readonly labels?: readonly string[]
  readonly reporter: string
  readonly assignee?: string
  readonly age: number
  readonly comments?: readonly { readonly author: string; readonly age: number; readonly body: string }[]
}

export const jiraProjects = [
  {
    key: 'SHOP',
    name: 'Shop',
    description: 'The website and the app, as customers see them',
    lead: 'aiko-tanaka',
  },
  { key: 'OPS', name: 'Operations', description: 'What keeps the shop running', lead: 'marcus-lind' },
] as const

/** In the order of their numbers. They speak of the same things as the issues on GitHub. */
export const jiraIssues: readonly SeedJiraIssue[] = [
  {
    project: 'SHOP',
    type: 'Bug',
    summary: 'Product images jump while the page loads',
    description: 'The images have no width and height. See acme/website on GitHub.',
    status: 'Done',
    priority: 'Medium',
    labels: ['performance'],
    reporter: 'tomas-novak',
    assignee: 'tomas-novak',
    age: 238,
    comments: [{ author: 'tomas-novak', age: 199, body: 'Released with the image list.' }],
  },
  {
    project: 'SHOP',
    type: 'Story',
    summary: 'Save a cart for later',
    description:
      'As a signed-in customer I find my cart on every device.\n\nSix of nine people asked for it in our interviews. Sharing a cart is out of scope for now.',
    status: 'In Progress',
    priority: 'Medium',
    labels: ['cart', 'autumn'],
    reporter: 'aiko-tanaka',
    assignee: 'priya-raman',
    age: 172,
    comments: [
      {
        author: 'priya-raman',
        age: 60,
        body: 'The API part is ready for review. It needs a table for carts without an order.',
      },
    ],
  },
  {
    project: 'SHOP',
    type: 'Bug',
    summary: 'Search finds nothing for words with umlauts',
    description: '“Kühltasche” gives no results, “Kuhltasche” gives three. Firefox and Chrome.',
    status: 'To Do',
    priority: 'Medium',
    labels: ['search'],
    reporter: 'lena-fischer',
    age: 73,
  },
  {
    project: 'SHOP',
    type: 'Bug',
    summary: 'Checkout button does nothing on Safari 17',
    description:
      'Four customers wrote in since this morning: they tap “Pay now” on an iPhone, see a spinner, and stay on the page.\n\nThe report with the console’s words is on GitHub, acme/website.',
    status: 'In Progress',
    priority: 'Highest',
    labels: ['checkout', 'customer'],
    reporter: 'lena-fischer',
    assignee: 'tomas-novak',
    age: 5,
    comments: [
      {
        author: 'tomas-novak',
        age: 4,
        body: 'It began with yesterday’s release. I look at the payment callback.',
      },
      { author: 'lena-fischer', age: 3, body: 'Seven customers by now.' },
    ],
  },
  {
    project: 'SHOP',
    type: 'Bug',
    summary: 'App signs people out after the update to 5.2',
    description: 'Reviews in the store say so since Tuesday. Support has 31 tickets about it.',
    status: 'To Do',
    priority: 'High',
    labels: ['app', 'customer'],
    reporter: 'lena-fischer',
    age: 30,
  },
  {
    project: 'SHOP',
    type: 'Story',
    summary: 'Dark mode for the order list',
    description: 'The order list is the last white screen of the app.',
    status: 'To Do',
    priority: 'Low',
    labels: ['app'],
    reporter: 'aiko-tanaka',
    age: 168,
  },
  {
    project: 'SHOP',
    type: 'Task',
    summary: 'Write the release notes for 5.3',
    description: 'Two sentences for each change that customers can see.',
    status: 'To Do',
    priority: 'Medium',
    reporter: 'aiko-tanaka',
    assignee: 'aiko-tanaka',
    age: 28,
  },
  {
    project: 'OPS',
    type: 'Task',
    summary: 'Rate limit the public stock endpoint',
    description: 'Somebody polls it forty times a second.',
    status: 'Done',
    priority: 'High',
    labels: ['api'],
    reporter: 'marcus-lind',
    assignee: 'priya-raman',
    age: 398,
    comments: [{ author: 'priya-raman', age: 350, body: 'Ten calls a second for each address, since noon.' }],
  },
  {
    project: 'OPS',
    type: 'Bug',
    summary: 'Payment webhooks time out',
    description:
      'Since 03:10 the provider sends each webhook again every five minutes: we answer after 12 s, their limit is 10 s.\n\nAbout 2,300 orders are shown as “pending” although they are paid.',
    status: 'In Progress',
    priority: 'Highest',
    labels: ['api', 'payments', 'incident'],
    reporter: 'marcus-lind',
    assignee: 'priya-raman',
    age: 9,
    comments: [
      { author: 'priya-raman', age: 8, body: 'The stock reservation is slow. I move it behind a queue.' },
    ],
  },
  {
    project: 'OPS',
    type: 'Bug',
    summary: 'Orders export misses the time zone',
    description: 'On the night of the clock change two orders get the same time.',
    status: 'In Review',
    priority: 'Medium',
    labels: ['api'],
    reporter: 'priya-raman',
    assignee: 'priya-raman',
    age: 118,
  },
  {
    project: 'OPS',
    type: 'Task',
    summary: 'Describe how on-call is handed over',
    description: 'New people ask each time. Two paragraphs and a checklist for the handbook.',
    status: 'To Do',
    priority: 'Low',
    labels: ['handbook'],
    reporter: 'marcus-lind',
    age: 88,
  },
  {
    project: 'OPS',
    type: 'Task',
    summary: 'Delete abandoned carts after 90 days',
    description: 'Legal asked how long we keep them. There is no job yet.',
    status: 'To Do',
    priority: 'Medium',
    labels: ['privacy'],
    reporter: 'aiko-tanaka',
    age: 25,
  },
]

export const jiraLinks = [
  { type: 'Relates', source: 'SHOP-4', target: 'OPS-2' },
  { type: 'Blocks', source: 'OPS-3', target: 'SHOP-7' },
] as const
