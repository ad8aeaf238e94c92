import { NextRequest } from 'next/server'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'

const environment = {
  DATABASE_URL: '',
  HANDRAIL_URL: 'https://handrail.example',
  HANDRAIL_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
  NEXTAUTH_SECRET: 'x'.repeat(40),
  HANDRAIL_LOG: 'silent',
}

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('DATABASE_URL', inject('databaseServer'))
  for (const [name, value] of Object.entries(environment)) if (value) vi.stubEnv(name, value)
})
afterEach(() => vi.unstubAllEnvs())

const ask = (method: 'GET' | 'POST' | 'PUT') =>
  new NextRequest('https://elsewhere.example/api/inngest?fnId=handrail-run-workflow&stepId=step', {
    method,
    ...(method === 'GET' ? {} : { body: JSON.stringify({ event: {}, ctx: {} }) }),
  })

test('with the embedded runner the address is not there', async () => {
  const route = await import('@/app/api/inngest/route')
  for (const method of ['GET', 'POST', 'PUT'] as const) {
    expect((await route[method](ask(method), {})).status).toBe(404)
  }
})

test('with an Inngest server every call must be signed', async () => {
  vi.stubEnv('INNGEST_EVENT_KEY', 'event-key')
  vi.stubEnv('INNGEST_SIGNING_KEY', 'signkey-prod-0123456789abcdef')
  vi.stubEnv('INNGEST_BASE_URL', 'http://127.0.0.1:9')
  const route = await import('@/app/api/inngest/route')
  for (const method of ['GET', 'POST', 'PUT'] as const) {
    expect((await route[method](ask(method), {})).status).toBe(401)
  }
  const signed = ask('POST')
  signed.headers.set('x-inngest-signature', `t=${Math.round(Date.now() / 1000)}&s=${'0'.repeat(64)}`)
  expect((await route.POST(signed, {})).status).toBe(401)
})
