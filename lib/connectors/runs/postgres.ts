import 'server-only'
import { accountGet } from '../postgres/account-get'
import { columnList } from '../postgres/column-list'
import { queryRun } from '../postgres/query-run'
import { rowsFind } from '../postgres/rows-find'
import { rowsInsert } from '../postgres/rows-insert'
import { rowsUpdate } from '../postgres/rows-update'
import { rowsUpsert } from '../postgres/rows-upsert'
import { statementRun } from '../postgres/statement-run'
import { tableList } from '../postgres/table-list'
import { type Bound, bind } from './bind'

// The driver is loaded when its first action runs.
const client = () => import('../postgres/client')

/** Every action of this connector with its behaviour. */
export const postgresRuns: readonly Bound[] = [
  bind(rowsFind, client, () => import('../postgres/rows-find.run')),
  bind(queryRun, client, () => import('../postgres/query-run.run')),
  bind(rowsInsert, client, () => import('../postgres/rows-insert.run')),
  bind(rowsUpdate, client, () => import('../postgres/rows-update.run')),
  bind(rowsUpsert, client, () => import('../postgres/rows-upsert.run')),
  bind(statementRun, client, () => import('../postgres/statement-run.run')),
  bind(tableList, client, () => import('../postgres/table-list.run')),
  bind(columnList, client, () => import('../postgres/column-list.run')),
  bind(accountGet, client, () => import('../postgres/account-get.run')),
]
