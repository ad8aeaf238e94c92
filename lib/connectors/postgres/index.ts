import type { Connector } from '../contract'
import { accountGet } from './account-get'
import { columnList } from './column-list'
import { queryRun } from './query-run'
import { rowsFind } from './rows-find'
import { rowsInsert } from './rows-insert'
import { rowsUpdate } from './rows-update'
import { rowsUpsert } from './rows-upsert'
import { statementRun } from './statement-run'
import { tableList } from './table-list'

export const postgres = {
  id: 'postgres',
  title: 'PostgreSQL',
  summary: 'Rows of a PostgreSQL database: find, add and change them.',
  icon: 'postgres',
  hosts: [],
  connection: 'required',
  fields: [
    {
      key: 'host',
      label: 'Host',
      help: 'For an address inside your network, an admin allows private addresses for this connection.',
      secret: false,
      required: true,
      placeholder: 'db.example.com',
    },
    { key: 'port', label: 'Port', secret: false, required: false, placeholder: '5432' },
    { key: 'database', label: 'Database', secret: false, required: true, placeholder: 'shop' },
    {
      key: 'user',
      label: 'User',
      help: 'Best one of its own, that may do no more than your workflows should.',
      secret: false,
      required: true,
      placeholder: 'handrail',
    },
    { key: 'token', label: 'Password', secret: true, required: true },
    {
      key: 'tls',
      label: 'Encryption',
      secret: false,
      required: false,
      choices: [
        { value: 'verified', label: 'TLS, certificate checked' },
        { value: 'unchecked', label: 'TLS, any certificate' },
        { value: 'off', label: 'None: only inside a network you trust' },
      ],
    },
    {
      key: 'certificate',
      label: 'Certificate of the authority',
      help: 'Only when no public authority has signed the server’s own.',
      secret: false,
      required: false,
      placeholder: '-----BEGIN CERTIFICATE-----',
      isLong: true,
    },
  ],
  check: 'postgres.account.get',
  actions: [
    rowsFind,
    queryRun,
    rowsInsert,
    rowsUpdate,
    rowsUpsert,
    statementRun,
    tableList,
    columnList,
    accountGet,
  ],
} satisfies Connector
