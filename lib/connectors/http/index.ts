import type { ConnectionField, Connector } from '../contract'
import { pagesGet } from './pages-get'
import { requestGet } from './request-get'
import { requestSend } from './request-send'

const text = { secret: false, required: true } as const
const secret = { key: 'token', secret: true, required: true } as const

/** One secret, whatever the kind; what stands beside it differs. Without a kind, a header makes the difference. */
const secretFields: readonly ConnectionField[] = [
  {
    ...secret,
    required: false,
    label: 'Secret',
    help: 'Sent as “Authorization: Bearer …”, or as it is when a header is named below.',
    when: { key: 'auth', is: [''] },
  },
  { ...text, required: false, key: 'header', label: 'Header', when: { key: 'auth', is: [''] } },
  {
    ...secret,
    label: 'Token',
    help: 'Sent as “Authorization: Bearer …”.',
    when: { key: 'auth', is: ['bearer'] },
  },
  {
    ...text,
    key: 'header',
    label: 'Header',
    help: 'The name of the header that carries the secret.',
    placeholder: 'X-Api-Key',
    when: { key: 'auth', is: ['header'] },
  },
  { ...secret, label: 'Secret', help: 'Sent as it is.', when: { key: 'auth', is: ['header'] } },
  { ...text, key: 'username', label: 'User name', when: { key: 'auth', is: ['basic'] } },
  { ...secret, label: 'Password', when: { key: 'auth', is: ['basic'] } },
  {
    ...text,
    key: 'token_url',
    label: 'Address of the token',
    help: 'Where the client gets its access tokens. The secret goes to this host alone.',
    placeholder: 'https://login.example.com/oauth/token',
    when: { key: 'auth', is: ['oauth'] },
  },
  { ...text, key: 'client_id', label: 'Client id', when: { key: 'auth', is: ['oauth'] } },
  { ...secret, label: 'Client secret', when: { key: 'auth', is: ['oauth'] } },
  {
    ...text,
    required: false,
    key: 'scope',
    label: 'Scopes',
    help: 'Separated by spaces.',
    when: { key: 'auth', is: ['oauth'] },
  },
  {
    ...text,
    required: false,
    key: 'audience',
    label: 'Audience',
    help: 'Where the service wants one.',
    when: { key: 'auth', is: ['oauth'] },
  },
  {
    ...text,
    required: false,
    key: 'client_auth',
    label: 'The client shows its secret',
    choices: [
      { value: 'basic', label: 'In the header' },
      { value: 'body', label: 'In the body' },
    ],
    when: { key: 'auth', is: ['oauth'] },
  },
]

export const http = {
  id: 'http',
  title: 'HTTP',
  summary: 'Any service with an HTTP interface.',
  icon: 'http',
  hosts: [],
  connection: 'optional',
  fields: [
    {
      key: 'hosts',
      label: 'Hosts',
      help: 'Where this connection’s secret may go, separated by commas. *.example.com means every host under it.',
      secret: false,
      required: true,
      placeholder: 'api.example.com',
    },
    {
      key: 'auth',
      label: 'Authentication',
      help: 'How the service wants to be told who asks. Its documentation says.',
      secret: false,
      required: false,
      choices: [
        { value: 'bearer', label: 'Bearer token' },
        { value: 'header', label: 'A header of its own' },
        { value: 'basic', label: 'User name and password' },
        { value: 'oauth', label: 'OAuth 2.0 client credentials' },
        { value: 'none', label: 'None' },
      ],
    },
    ...secretFields,
  ],
  actions: [requestGet, pagesGet, requestSend],
} satisfies Connector
