import 'server-only'
import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import { guardedSocket } from '../../net/guarded-socket'
import { noConnection } from '../../net/no-connection'
import type { ConnectorClient } from '../contract'
import { inTransaction, type Transaction } from './session-client'

/** A database: each piece of work in a transaction and on a connection of its own. */
export type Sql = {
  read<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
}

const settingsSchema = z.object({
  host: z.string(),
  port: z.coerce.number().int().min(1).max(65_535).default(5432),
  database: z.string(),
  user: z.string(),
  tls: z.enum(['verified', 'unchecked', 'off']).default('verified'),
  certificate: z.string().optional(),
})

export const client: ConnectorClient<Sql> = {
  open({ connection, signal }) {
    if (!connection) throw noConnection('PostgreSQL')
    const { allowPrivate, name } = connection
    const settings = settingsSchema.safeParse(connection.settings)
    if (!settings.success) {
      const field = settings.error.issues[0]?.path.join('.') ?? ''
      throw new HandrailError({
        code: 'no_connection',
        who: 'user',
        retry: 'no',
        message: `“${name ?? 'The connection'}” has a wrong ${field}. Mend it in Connections.`,
      })
    }
    const { host, port } = settings.data
    const within =
      (mode: 'read only' | 'read write') =>
      async <Result>(work: (transaction: Transaction) => Promise<Result>) => {
        const socket = await guardedSocket({ host, port, allowPrivate, signal })
        const place = {
          ...settings.data,
          certificate: settings.data.certificate,
          socket,
          name,
          signal,
          password: connection.secret.token ?? '',
        }
        return inTransaction(place, mode, work)
      }
    return { read: within('read only'), write: within('read write') }
  },
}
