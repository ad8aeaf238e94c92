import { expect, test } from 'vitest'
import { newLog } from '@/lib/services/log'
import { logAbout } from '@/lib/services/log-scope'

function logToMemory() {
  let text = ''
  const write = (line: string) => {
    text += line
  }
  const lines = (): Record<string, unknown>[] =>
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { log: newLog('info', { write }), text: () => text, lines }
}

test('a line that is logged while a run is carried names it, also after a wait', async () => {
  const { log, lines } = logToMemory()
  log.info('outside')
  await logAbout({ runId: 'run_1', workspaceId: 'wsp_1' }, async () => {
    await Promise.resolve()
    log.info({ path: 'send' }, 'inside')
  })
  const [outside, inside] = lines()
  expect(outside).not.toHaveProperty('runId')
  expect(inside).toMatchObject({ runId: 'run_1', workspaceId: 'wsp_1', path: 'send', msg: 'inside' })
})

test('no secret is written, under whatever name and in whatever text', () => {
  const secrets = [
    'hunter2hunter2',
    'ghp_0123456789abcdef',
    'xoxb-123-456-abcdef',
    'sk-abcdef0123456789',
    'p4ssw0rd',
  ]
  const [password, github, slack, model, database] = secrets
  const { log, text, lines } = logToMemory()
  log.info({ password, deep: { er: { token: github } } }, 'names')
  log.error(
    { err: new Error(`connect postgres://handrail:${database}@db:5432/handrail failed`) },
    'addresses',
  )
  log.warn({ detail: `authorization: Bearer ${github}, ${slack}` }, `asked with ${model}`)
  log.warn(`signkey-prod-0123456789abcdef and https://x:${password}@example.com/path`)
  for (const secret of secrets) expect(text()).not.toContain(secret)
  expect(text()).not.toContain('0123456789abcdef')
  // What is left is still readable, and still JSON.
  expect(text()).toContain('postgres://handrail:[redacted]@db:5432/handrail')
  expect(lines()).toHaveLength(4)
})

test('what only looks a little like a secret stays', () => {
  const plain = 'See https://example.com:8080/a@b, the basic idea, sk-1 and 12:30 at desk 4'
  const { log, lines } = logToMemory()
  log.info(plain)
  expect(lines()[0]?.msg).toBe(plain)
})
