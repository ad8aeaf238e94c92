import type { Connector } from '../contract'
import { requestGet } from './request-get'
import { requestSend } from './request-send'

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
      key: 'token',
      label: 'Secret',
      help: 'Sent as “Authorization: Bearer …”, or as it is when a header is named below.',
      secret: true,
      required: false,
    },
    {
      key: 'header',
      label: 'Header',
      help: 'For services that want the secret in a header of their own, such as X-Api-Key.',
      secret: false,
      required: false,
      placeholder: 'X-Api-Key',
    },
  ],
  actions: [requestGet, requestSend],
} satisfies Connector
