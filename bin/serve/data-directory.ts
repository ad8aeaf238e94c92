import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Secrets = { readonly HANDRAIL_ENCRYPTION_KEY: string; readonly NEXTAUTH_SECRET: string }

/**
 * The secrets of this installation, made on the first start and kept in the data folder, readable by its owner alone.
 * In production with a database of its own they must come from the environment: a key that lies on one machine's disk
 * would be lost with it.
 */
export function secretsOf(directory: string, environment: NodeJS.ProcessEnv): Secrets {
  const given = {
    HANDRAIL_ENCRYPTION_KEY: environment.HANDRAIL_ENCRYPTION_KEY,
    NEXTAUTH_SECRET: environment.NEXTAUTH_SECRET,
  }
  const missing = Object.entries(given).filter(([, value]) => !value)
  if (environment.NODE_ENV === 'production' && environment.DATABASE_URL && missing.length > 0) {
    throw new Error(
      `In production, set ${missing.map(([name]) => name).join(' and ')}: 32 random bytes in base64, for example from "openssl rand -base64 32".`,
    )
  }
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  const file = join(directory, 'secrets.json')
  if (!existsSync(file)) {
    const made = { HANDRAIL_ENCRYPTION_KEY: randomKey(), NEXTAUTH_SECRET: randomKey() }
    writeFileSync(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: 'wx' })
  }
  const kept: Secrets = JSON.parse(readFileSync(file, 'utf8'))
  return {
    HANDRAIL_ENCRYPTION_KEY: given.HANDRAIL_ENCRYPTION_KEY || kept.HANDRAIL_ENCRYPTION_KEY,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET || kept.NEXTAUTH_SECRET,
  }
}

const randomKey = () => randomBytes(32).toString('base64')
