/** The people of the practice company, one list for all services. */
export const people = [
  {
    login: 'lena-fischer',
    name: 'Lena Fischer',
    title: 'Support lead',
    slackId: 'U000000002',
    atlassianId: '712020:00000000-0000-4000-8000-000000000002',
  },
  {
    login: 'tomas-novak',
    name: 'Tomás Novak',
    title: 'Engineer, shop',
    slackId: 'U000000003',
    atlassianId: '712020:00000000-0000-4000-8000-000000000003',
  },
  {
    login: 'priya-raman',
    name: 'Priya Raman',
    title: 'Engineer, platform',
    slackId: 'U000000004',
    atlassianId: '712020:00000000-0000-4000-8000-000000000004',
  },
  {
    login: 'marcus-lind',
    name: 'Marcus Lind',
    title: 'Operations',
    slackId: 'U000000005',
    atlassianId: '712020:00000000-0000-4000-8000-000000000005',
  },
  {
    login: 'aiko-tanaka',
    name: 'Aiko Tanaka',
    title: 'Product manager',
    slackId: 'U000000006',
    atlassianId: '712020:00000000-0000-4000-8000-000000000006',
  },
] as const

/** Who a practice connection acts as. */
export const botLogin = 'acme-bot'
export const botName = 'Acme Bot'
export const botSlackId = 'U000000001'
export const botSlackName = 'handrail'

/** The company's shared mailbox, which a practice connection to Google acts as. */
export const mailboxAddress = 'support@acme.example'
export const mailboxName = 'Acme Support'
export const botAtlassianId = '712020:00000000-0000-4000-8000-000000000001'
