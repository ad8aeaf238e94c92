import { freePort } from '../../db/server/free-port.ts'

/** The port to serve on: the one that was asked for, or an error; else 3000, or the next that is free. */
export async function choosePort(asked: string | undefined, host: string): Promise<number> {
  if (asked) {
    const port = Number(asked)
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`PORT is "${asked}". Give a number from 1 to 65535.`)
    const free = await freePort(port, host)
    if (free === undefined)
      throw new Error(`Port ${port} is taken by another program. Stop it, or set PORT to a free one.`)
    return free
  }
  for (let port = 3000; port < 3100; port++) {
    const free = await freePort(port, host)
    if (free !== undefined) return free
  }
  throw new Error('Ports 3000 to 3099 are all taken. Set PORT to a free one.')
}
