import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { type Frame, frameReader, textsIn } from './database-frames'

/** A database at the end of a line of ours, which may be slow or break. */
export type DatabaseProxy = {
  readonly url: string
  /** Each statement is held back for so long before it is sent on, and what commits for so long besides. */
  slow(delays: { readonly statementMs: number; readonly commitMs: number }): void
  /** One commit in so many loses its connection before its answer: mostly after the database has carried it out. */
  cutCommits(oneIn: number): void
  cuts(): number
  /** From now on a good line. */
  heal(): void
  close(): void
}

type Line = { statementMs: number; commitMs: number; cutOneIn: number; cuts: number }

/** Every fourth commit that is cut is lost on its way there: its sender cannot tell one from the other. */
const lostOneIn = 4

export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  const line: Line = { statementMs: 0, commitMs: 0, cutOneIn: 0, cuts: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket.setNoDelay(true))
      socket.on('error', () => {})
      socket.once('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
    carry(client, upstream, line)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port is listened on.')
  const url = new URL(databaseUrl)
  url.port = String(address.port)
  return {
    url: url.href,
    slow: (delays) => void Object.assign(line, delays),
    cutCommits: (oneIn) => {
      line.cutOneIn = oneIn
    },
    cuts: () => line.cuts,
    heal: () => void Object.assign(line, { statementMs: 0, commitMs: 0, cutOneIn: 0 }),
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

type Statement = 'commits' | 'writes' | 'other'

/** Carries one connection, statement by statement in the order in which they came. */
function carry(client: Socket, upstream: Socket, line: Line): void {
  const statements = statementReader()
  const answers = frameReader({ greets: false })
  let isInTransaction = false
  let isCutting = false
  let sending = Promise.resolve()

  const send = async ({ bytes, statement }: Sending) => {
    // What writes outside a transaction commits by itself.
    const commits = statement === 'commits' || (statement === 'writes' && !isInTransaction)
    const ms = statement ? line.statementMs + (commits ? line.commitMs : 0) : 0
    if (ms > 0) await delay(ms)
    if (commits && line.cutOneIn > 0 && Math.random() * line.cutOneIn < 1) {
      line.cuts++
      if (line.cuts % lostOneIn === 0) return void client.destroy()
      isCutting = true
    }
    upstream.write(bytes)
  }
  client.on('data', (bytes: Buffer) => {
    for (const one of statements(bytes)) sending = sending.then(() => send(one))
  })
  upstream.on('data', (bytes: Buffer) => {
    for (const { letter, body } of answers(bytes)) {
      if (letter !== 'Z') continue
      isInTransaction = body.toString('latin1') !== 'I'
      if (isCutting) return void client.destroy()
    }
    if (!isCutting) client.write(bytes)
  })
}

type Sending = { readonly bytes: Buffer; readonly statement: Statement | undefined }

/** Messages that the server acts on; those before them wait with it for them. */
const acts = new Set(['', 'Q', 'S', 'H', 'p', 'X'])

/** Cuts what a client sends into what the server acts on at once, and says what is carried out by it. */
function statementReader() {
  const frames = frameReader({ greets: true })
  const prepared = new Map<string, Statement>()
  let waiting: Buffer[] = []
  let statement: Statement | undefined
  const see = ({ letter, body }: Frame) => {
    const [first = '', second = ''] = textsIn(body)
    if (letter === 'P') prepared.set(first, kindOf(second))
    if (letter === 'B') statement = prepared.get(second) ?? 'other'
    if (letter === 'Q') statement = kindOf(first)
  }
  return (bytes: Buffer): Sending[] =>
    frames(bytes).flatMap((frame) => {
      see(frame)
      waiting.push(frame.bytes)
      if (!acts.has(frame.letter)) return []
      const sending = { bytes: Buffer.concat(waiting), statement }
      waiting = []
      statement = undefined
      return [sending]
    })
}

function kindOf(text: string): Statement {
  if (/^\s*commit\s*$/i.test(text)) return 'commits'
  return /\b(insert into|update|delete from)\b/i.test(text) ? 'writes' : 'other'
}
