import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceFetch } from '@/lib/net/service-fetch'

const server = createServer((request, response) => {
  if (request.url === '/cut') return void response.destroy()
  response.writeHead(request.url === '/works' ? 200 : 500).end()
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  origin = `http://127.0.0.1:${address.port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** What sends the requests of one effect that is not safe to repeat. */
const effect = () =>
  serviceFetch(
    { allowedOrigins: [origin] },
    { service: 'GitHub', isSafe: false, isHarmless: ({ url }) => url.pathname.startsWith('/search') },
  )
const send = (path: string, method?: string) => effect()(`${origin}${path}`, method ? { method } : {})

test('an effect that only looked when it failed has done nothing', async () => {
  for (const path of ['/status', '/cut']) {
    for (const method of [undefined, 'GET', 'HEAD']) {
      await expect(send(path, method)).rejects.toMatchObject({ retry: 'after' })
    }
  }
})

test('a changing request that fails may have been carried out', async () => {
  for (const path of ['/status', '/cut']) {
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      await expect(send(path, method)).rejects.toMatchObject({ retry: 'unknown' })
    }
  }
})

test('a request that the connector knows to be harmless counts as a look, whatever its method', async () => {
  await expect(send('/search/issues', 'POST')).rejects.toMatchObject({ retry: 'after' })
})

test('an effect that fails at a look after its change has happened', async () => {
  const fetch = effect()
  await fetch(`${origin}/works`, { method: 'POST' })
  await expect(fetch(`${origin}/status`)).rejects.toMatchObject({ retry: 'unknown' })
})
