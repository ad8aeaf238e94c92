import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { secretsOf } from '../../../bin/serve/data-directory.ts'
import { claimDirectory } from '../../../bin/serve/instance.ts'
import { choosePort } from '../../../bin/serve/port.ts'

let directory: string
const made: string[] = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'handrail-claim-'))
  made.push(directory)
})
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

test('one process serves a data folder; a second is told so', () => {
  const first = claimDirectory(directory)
  expect(first.ours).toBe(true)
  expect(claimDirectory(directory).ours).toBe(false)
  if (first.ours) first.release()
  expect(claimDirectory(directory).ours).toBe(true)
})

test('a claim left by a killed process counts for nothing, even when its process id lives on as another program', () => {
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  try {
    writeFileSync(
      join(directory, 'instance.json'),
      JSON.stringify({ pid: other.pid, born: 'long ago', address: 'x' }),
    )
    expect(claimDirectory(directory).ours).toBe(true)
  } finally {
    other.kill('SIGKILL')
  }
})

test('secrets are made once, kept for their owner alone, and must be given in production', () => {
  const secrets = secretsOf(directory, { NODE_ENV: 'test' })
  expect(Buffer.from(secrets.HANDRAIL_ENCRYPTION_KEY, 'base64')).toHaveLength(32)
  expect(secretsOf(directory, { NODE_ENV: 'test' })).toEqual(secrets)
  expect(statSync(join(directory, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(directory, 'secrets.json'), 'utf8')).toContain(secrets.NEXTAUTH_SECRET)
  expect(() => secretsOf(directory, { NODE_ENV: 'production', DATABASE_URL: 'postgres://x' })).toThrow(
    /set HANDRAIL_ENCRYPTION_KEY and NEXTAUTH_SECRET/,
  )
})

test('a port that was asked for and is taken is an error; one that was not asked for gives way to the next', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(choosePort(String(port), '127.0.0.1')).rejects.toThrow(/is taken/)
  await expect(choosePort('many', '127.0.0.1')).rejects.toThrow(/PORT is "many"/)
  expect(await choosePort(undefined, '127.0.0.1')).toBeGreaterThanOrEqual(3000)
  taken.close()
})
