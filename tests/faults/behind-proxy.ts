import { type AppProcess, removeData } from '../support/app-process'
import { startBeside } from './beside'
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy'
import type { World } from './world'

/** Puts a process that sees the database through a line of ours in the place of the product, until the work is done. */
export async function behindProxy<Result>(
  world: World,
  work: (proxy: DatabaseProxy, app: AppProcess) => Promise<Result>,
): Promise<Result> {
  const proxy = await startDatabaseProxy(world.databaseUrl)
  try {
    return await inPlace(world, { database: proxy.url }, (app) => work(proxy, app), proxy.heal)
  } finally {
    proxy.close()
  }
}

/**
 * Puts another process in the place of the product, at the same address and on the same database, until the work is
 * done. The PostgreSQL of the first one goes on by itself meanwhile.
 */
export async function inPlace<Result>(
  world: World,
  options: { readonly database?: string; readonly env?: Readonly<Record<string, string>> },
  work: (app: AppProcess) => Promise<Result>,
  afterwards: () => void = () => {},
): Promise<Result> {
  await world.app().kill()
  const app = await startBeside(world, { ...options, port: Number(new URL(world.app().url).port) })
  try {
    return await work(app)
  } finally {
    afterwards()
    await app.stop()
    removeData(app)
    await world.restart()
  }
}
