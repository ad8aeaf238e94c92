import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AppProcess, startApp } from '../support/app-process'
import type { World } from './world'

/** Another process of the installation, on the same database and with the same secrets. */
export function startBeside(
  world: World,
  {
    directory,
    port,
    database = world.databaseUrl,
    env = {},
    openFiles,
  }: {
    directory?: string
    port?: number
    database?: string
    env?: Readonly<Record<string, string>>
    openFiles?: number
  } = {},
): Promise<AppProcess> {
  const secrets: Record<string, string> = JSON.parse(
    readFileSync(join(world.app().directory, 'secrets.json'), 'utf8'),
  )
  return startApp({
    ...(directory ? { directory } : {}),
    ...(port ? { port } : {}),
    ...(openFiles ? { openFiles } : {}),
    env: {
      ...secrets,
      DATABASE_URL: database,
      HANDRAIL_GITHUB_URL: world.far.addresses.github,
      HANDRAIL_SLACK_URL: world.far.addresses.slack,
      HANDRAIL_LOG: 'warn',
      ...env,
    },
  })
}
