import { expect, test } from 'vitest'
import { engineMode, readEnv } from '../../../lib/env'

const good = {
  DATABASE_URL: 'postgres://someone@127.0.0.1/handrail',
  HANDRAIL_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  NEXTAUTH_SECRET: 'x'.repeat(32),
}

test('a wrong variable stops the start with a sentence for each, naming it and the mend', () => {
  expect(() => readEnv({ ...good, DATABASE_URL: 'mysql://x', HANDRAIL_OWNER_PASSWORD: 'short' })).toThrow(
    /DATABASE_URL must start with postgres:\/\/[\s\S]*HANDRAIL_OWNER_PASSWORD must have at least 10 characters/,
  )
})

test('an encryption key of the wrong length is refused', () => {
  expect(() => readEnv({ ...good, HANDRAIL_ENCRYPTION_KEY: Buffer.alloc(16).toString('base64') })).toThrow(
    /32 bytes/,
  )
})

test('an empty variable counts as not set', () => {
  expect(readEnv({ ...good, HANDRAIL_OWNER_EMAIL: '' }).HANDRAIL_OWNER_EMAIL).toBeUndefined()
})

test('unsigned calls are accepted on this machine only', () => {
  expect(() => readEnv({ ...good, INNGEST_DEV: '1', HANDRAIL_URL: 'https://handrail.example.com' })).toThrow(
    /INNGEST_DEV/,
  )
  expect(readEnv({ ...good, INNGEST_DEV: '1', HANDRAIL_URL: 'http://localhost:3000' }).INNGEST_DEV).toBe(true)
})

test('runs are carried by the embedded runner unless a variable names an Inngest server', () => {
  expect(engineMode(readEnv(good))).toBe('embedded')
  expect(engineMode(readEnv({ ...good, INNGEST_BASE_URL: 'http://inngest:8288' }))).toBe('inngest')
})
