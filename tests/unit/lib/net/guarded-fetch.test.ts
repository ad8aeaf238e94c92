import { createServer, type RequestListener, type Server } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Resolve } from '@/lib/net/guarded-agents'
import { guardedFetch } from '@/lib/net/guarded-fetch'

const servers: Server[] = []

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return new URL(`http://127.0.0.1:${address.port}/`)
}

let echo: URL
let redirecting: URL

beforeAll(async () => {
  echo = await serve((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers }))
  })
  redirecting = await serve((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost')
    response
      .writeHead(Number(searchParams.get('status') ?? 302), { location: searchParams.get('to') ?? '' })
      .end()
  })
})

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

const redirectTo = (to: string, status = 302) =>
  `${redirecting.href}?${new URLSearchParams({ to, status: String(status) })}`

const resolvingTo =
  (...answers: string[][]): Resolve =>
  (_, done) =>
    done(
      null,
      (answers.length > 1 ? answers.shift() : answers[0])?.map((address) => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })) ?? [],
    )

describe('names', () => {
  test('that lead to a shut address are refused at the moment of connecting', async () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1', '::ffff:127.0.0.1']) {
      const send = guardedFetch({}, resolvingTo([address]))
      await expect(send(`http://innocent.example:${echo.port}/`)).rejects.toMatchObject({
        code: 'blocked_address',
        retry: 'no',
      })
    }
  })

  test('are refused when any of their addresses is shut', async () => {
    const send = guardedFetch({}, resolvingTo(['93.184.216.34', '127.0.0.1']))
    await expect(send(`http://mixed.example:${echo.port}/`)).rejects.toMatchObject({
      code: 'blocked_address',
    })
  })

  test('cannot change their meaning between the check and the connection', async () => {
    let lookups = 0
    const once: Resolve = (_, done) => {
      lookups += 1
      done(null, [{ address: lookups === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }])
    }
    const answer = await guardedFetch({ allowPrivate: true }, once)(`http://rebind.example:${echo.port}/`)
    expect(answer.status).toBe(200)
    expect(lookups).toBe(1)
    await expect(
      guardedFetch({ allowPrivate: true }, once)(`http://again.example:${echo.port}/`),
    ).rejects.toMatchObject({ code: 'blocked_address' })
  })

  test('that nobody knows are unreachable, and nothing was sent', async () => {
    const unknown: Resolve = (_, done) => done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), [])
    await expect(
      guardedFetch({}, unknown)('https://nowhere.example/', { method: 'POST', body: 'x' }),
    ).rejects.toMatchObject({ code: 'unreachable', retry: 'after' })
  })
})

describe('redirects', () => {
  const own = { allowPrivate: true }

  test('are followed by the same rules', async () => {
    const answer = await guardedFetch(own)(redirectTo(`${echo}there`))
    expect(await answer.json()).toMatchObject({ url: '/there' })
  })

  test('cannot lead out of what is allowed', async () => {
    const send = guardedFetch({ allowedOrigins: [redirecting.origin] })
    for (const to of [
      echo.href,
      'http://169.254.169.254/latest/meta-data',
      'http://[::1]/',
      'file:///etc/passwd',
    ]) {
      await expect(send(redirectTo(to))).rejects.toMatchObject({ code: 'blocked_address' })
    }
  })

  test('give no secret to a second origin', async () => {
    const answer = await guardedFetch(own)(redirectTo(echo.href), {
      headers: { authorization: 'Bearer secret', cookie: 'a=b', 'x-api-key': 'secret', accept: 'text/plain' },
    })
    const { headers } = await answer.json()
    expect(headers).toMatchObject({ accept: 'text/plain' })
    expect(JSON.stringify(headers)).not.toMatch(/secret|a=b/)
  })

  test('keep secrets within one origin', async () => {
    const loop = await serve((request, response) => {
      if (request.url === '/') response.writeHead(307, { location: '/again' }).end()
      else response.end(request.headers.authorization ?? 'none')
    })
    const answer = await guardedFetch(own)(loop, { headers: { authorization: 'Bearer secret' } })
    expect(await answer.text()).toBe('Bearer secret')
  })

  test('turn a POST into a GET as browsers do, and never carry one to another origin', async () => {
    const post = { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }
    const seen = await (await guardedFetch(own)(redirectTo(echo.href, 303), post)).json()
    expect(seen).toMatchObject({ method: 'GET' })
    expect((await guardedFetch(own)(redirectTo(echo.href, 307), post)).status).toBe(307)
  })

  test('end after five', async () => {
    const loop = await serve((_, response) => response.writeHead(302, { location: '/' }).end())
    await expect(guardedFetch(own)(loop)).rejects.toMatchObject({ code: 'bad_answer', retry: 'no' })
  })
})

describe('limits', () => {
  const own = { allowPrivate: true }

  test('an answer larger than allowed is not read on', async () => {
    const large = await serve((_, response) => response.end(Buffer.alloc(200_000)))
    await expect(guardedFetch({ ...own, maxBytes: 100_000 })(large)).rejects.toMatchObject({
      code: 'too_large',
    })
    expect((await guardedFetch({ ...own, maxBytes: 200_000 })(large)).status).toBe(200)
  })

  test('what counts is the size after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000))
    const server = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(bomb.length).toBeLessThan(100_000)
    await expect(guardedFetch({ ...own, maxBytes: 1_000_000 })(server)).rejects.toMatchObject({
      code: 'too_large',
    })
  })

  test('an answer that does not come in time is not waited for', async () => {
    const silent = await serve(() => {})
    const send = guardedFetch({ ...own, timeoutMs: 60 })
    await expect(send(silent)).rejects.toMatchObject({ code: 'timed_out', retry: 'after' })
    await expect(send(silent, { method: 'POST', body: '' })).rejects.toMatchObject({
      code: 'timed_out',
      retry: 'unknown',
    })
  })

  test('a body that trickles is stopped by the same limit', async () => {
    const trickle = await serve((_, response) => {
      response.write('a')
    })
    await expect(guardedFetch({ ...own, timeoutMs: 60 })(trickle)).rejects.toMatchObject({
      code: 'timed_out',
    })
  })

  test('the caller can stop a call', async () => {
    const silent = await serve(() => {})
    const controller = new AbortController()
    const pending = guardedFetch({ ...own, signal: controller.signal })(silent)
    controller.abort()
    await expect(pending).rejects.toMatchObject({ code: 'cancelled' })
  })

  test('ports of other protocols are never called', async () => {
    await expect(guardedFetch(own)('http://127.0.0.1:25/')).rejects.toMatchObject({
      code: 'blocked_address',
      retry: 'no',
    })
  })
})
