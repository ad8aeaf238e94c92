import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OpenConnection } from '@/lib/connectors/contract'
import { runAction } from '@/lib/connectors/runs'

type Seen = {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

let seen: Seen[] = []
let answer: (request: Seen, response: ServerResponse) => void

/** A plain service that notes what it is asked and answers as the test says. */
const service = createServer(async (request, response) => {
  const { method = '', url = '', headers } = request
  const noted = { method, url, headers, body: await text(request) }
  seen.push(noted)
  answer(noted, response)
})
let origin = ''
let host = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
  const address = service.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  host = `127.0.0.1:${address.port}`
  origin = `http://${host}`
})
afterAll(() => {
  service.closeAllConnections()
  service.close()
})
beforeEach(() => {
  seen = []
  answer = (request, response) => json(response, { echo: request.headers.authorization ?? null })
})

const secret = 'canary-9d2f61'
let connections = 0

function connection(settings: Readonly<Record<string, string>>): OpenConnection {
  return {
    id: `con_${connections++}`,
    connector: 'http',
    name: 'Shop API',
    secret: { token: secret },
    settings: { hosts: host, ...settings },
    baseUrl: null,
    allowPrivate: true,
    simulated: false,
  }
}

function call(action: string, to: OpenConnection, input: Readonly<Record<string, unknown>>) {
  const signal = AbortSignal.timeout(20_000)
  return runAction({ action, connection: to, input, idempotencyKey: 'run_1/n:step', signal })
}

const get = (to: OpenConnection, path = '/items') => call('http.request.get', to, { url: `${origin}${path}` })

function json(response: ServerResponse, body: unknown, status = 200, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const base64 = (value: string) => Buffer.from(value).toString('base64')

test.each([
  ['none', {}, undefined, undefined],
  ['bearer', {}, 'authorization', `Bearer ${secret}`],
  ['header', { header: 'X-Api-Key' }, 'x-api-key', secret],
  ['basic', { username: 'shop' }, 'authorization', `Basic ${base64(`shop:${secret}`)}`],
] as const)('a connection says who it is: %s', async (auth, settings, header, value) => {
  const output = await get(connection({ auth, ...settings }))
  expect(seen).toHaveLength(1)
  if (header) expect(seen[0]?.headers[header]).toBe(value)
  else expect(seen[0]?.headers.authorization).toBeUndefined()
  // What the service repeats of it is not kept.
  expect(JSON.stringify(output)).not.toContain(value?.replace(/^\w+ /, '') ?? secret)
})

test('a connection that was made before kinds could be chosen goes on as it was', async () => {
  await get(connection({}))
  await get(connection({ header: 'X-Api-Key' }))
  expect(seen[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  expect(seen[1]?.headers).toMatchObject({ 'x-api-key': secret })
  expect(seen[1]?.headers.authorization).toBeUndefined()
})

/** A service with a token endpoint, whose tokens are numbered. */
function oauth({ lifetime = 3600 as number | undefined, accepts = /token-\d+-of-the-shop/ } = {}) {
  let given = 0
  answer = (request, response) => {
    if (request.url !== '/token') {
      const fits = accepts.test(request.headers.authorization ?? '')
      return json(response, { echo: request.headers.authorization }, fits ? 200 : 401)
    }
    given += 1
    json(response, { access_token: `token-${given}-of-the-shop`, token_type: 'Bearer', expires_in: lifetime })
  }
  return connection({ auth: 'oauth', token_url: `${origin}/token`, client_id: 'shop', scope: 'read write' })
}
const asked = () => seen.filter(({ url }) => url === '/token')

test('an OAuth client gets its token once, keeps it while it is good, and shows it to nobody', async () => {
  const shop = oauth()
  const outputs = await Promise.all([get(shop), get(shop), get(shop)])
  outputs.push(await get(shop))
  expect(asked()).toHaveLength(1)
  expect(asked()[0]).toMatchObject({
    method: 'POST',
    headers: { authorization: `Basic ${base64(`shop:${secret}`)}` },
    body: 'grant_type=client_credentials&scope=read+write',
  })
  expect(seen.filter(({ url }) => url === '/items')).toHaveLength(4)
  expect(JSON.stringify(outputs)).not.toContain('of-the-shop')
})

test('a client may show its secret in the body', async () => {
  const shop = oauth()
  await get({ ...shop, settings: { ...shop.settings, client_auth: 'body', audience: 'shop' } })
  const fields = new URLSearchParams(asked()[0]?.body)
  expect(Object.fromEntries(fields)).toMatchObject({
    client_id: 'shop',
    client_secret: secret,
    audience: 'shop',
  })
  expect(asked()[0]?.headers.authorization).toBeUndefined()
})

test('a token that has expired is asked for anew', async () => {
  // Of a lifetime of a thousandth of a second nothing is left when the next call begins.
  const shop = oauth({ lifetime: 0.001 })
  await get(shop)
  const askedAfterAnother = async () => {
    await get(shop)
    return asked().length
  }
  await expect.poll(askedAfterAnother).toBeGreaterThan(1)
})

test('a token that is refused is replaced once, and a refused new one is an error', async () => {
  const shop = oauth({ accepts: /token-2/ })
  expect(await get(shop)).toMatchObject({ status: 200 })
  expect(asked()).toHaveLength(2)
  await get(shop)
  expect(asked()).toHaveLength(2)

  const locked = oauth({ accepts: /never/ })
  seen = []
  await expect(get(locked)).rejects.toMatchObject({ code: 'reconnect', retry: 'no' })
  expect(asked()).toHaveLength(2)
})

test('a token endpoint that says no, fails or leads elsewhere is told, and nothing was sent', async () => {
  const shop = oauth()
  answer = (_, response) => json(response, { error: 'invalid_client' }, 401)
  await expect(get(shop)).rejects.toMatchObject({
    code: 'reconnect',
    message: expect.stringContaining('invalid_client'),
  })
  answer = (_, response) => json(response, {}, 503)
  const send = { url: `${origin}/items`, method: 'POST' }
  await expect(call('http.request.send', shop, send)).rejects.toMatchObject({
    code: 'service_failed',
    retry: 'after',
  })
  answer = (_, response) => json(response, {}, 307, { location: `${origin}/elsewhere` })
  await expect(call('http.request.send', shop, send)).rejects.toMatchObject({ code: 'bad_answer' })
  answer = (_, response) => json(response, { no: 'token' })
  await expect(call('http.request.send', shop, send)).rejects.toMatchObject({
    code: 'bad_answer',
    retry: 'after',
  })
  expect(seen.every(({ url }) => url === '/token')).toBe(true)
})

test('no secret follows a redirect to another origin, and none goes to a host that is not listed', async () => {
  const elsewhere = createServer((request, response) => json(response, request.headers))
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const address = elsewhere.address()
  const other = typeof address === 'object' && address ? `127.0.0.1:${address.port}` : ''
  try {
    answer = (_, response) => json(response, {}, 302, { location: `http://${other}/` })
    for (const settings of [{ auth: 'bearer' }, { auth: 'header', header: 'X-Api-Key' }, { auth: 'basic' }]) {
      await expect(get(connection(settings))).rejects.toMatchObject({ code: 'blocked_address' })
      const listed = await get(connection({ ...settings, hosts: `${host}, ${other}` }))
      expect(listed).toMatchObject({ status: 200, body: { host: other } })
      expect(JSON.stringify(listed)).not.toMatch(/authorization|x-api-key/)
    }
  } finally {
    elsewhere.closeAllConnections()
    elsewhere.close()
  }
})

test.each([
  ['json', { a: [1, null] }, 'application/json', '{"a":[1,null]}'],
  ['json', 'words', 'application/json', '"words"'],
  ['text', 'a=b', 'text/plain; charset=utf-8', 'a=b'],
  [
    'form',
    { words: 'blue lamp', tag: ['sale', 1], empty: null },
    'application/x-www-form-urlencoded',
    'words=blue+lamp&tag=sale&tag=1&empty=',
  ],
  ['base64', base64('bytes'), 'application/octet-stream', 'bytes'],
])('a body goes out as %s', async (body_type, body, contentType, sent) => {
  await call('http.request.send', connection({}), { url: origin, method: 'PUT', body, body_type })
  expect(seen[0]).toMatchObject({ method: 'PUT', headers: { 'content-type': contentType }, body: sent })
})

test('a multipart body carries fields and files', async () => {
  const body = {
    note: 'two files',
    file: [
      { file: 'a.csv', content: 'x,y', type: 'text/csv' },
      { file: 'b.bin', content: base64('raw'), encoding: 'base64' },
    ],
  }
  const input = { url: origin, method: 'POST', body, body_type: 'multipart' }
  await call('http.request.send', connection({}), { ...input, headers: { 'Content-Type': 'text/plain' } })
  const [request] = seen
  const parts = await new Response(request?.body ?? '', {
    headers: { 'content-type': request?.headers['content-type'] ?? '' },
  }).formData()
  expect(parts.get('note')).toBe('two files')
  const files = parts.getAll('file').flatMap((part) => (part instanceof File ? [part] : []))
  expect(files.map(({ name }) => name)).toEqual(['a.csv', 'b.bin'])
  expect(await Promise.all(files.map((file) => file.text()))).toEqual(['x,y', 'raw'])
})

test.each([
  ['form', ['a']],
  ['form', { a: { b: 1 } }],
  ['multipart', { a: { no: 'file' } }],
  ['base64', '###'],
  ['text', { a: 1 }],
])('a body that is no %s is refused before anything is sent', async (body_type, body) => {
  const input = { url: origin, method: 'POST', body, body_type }
  await expect(call('http.request.send', connection({}), input)).rejects.toMatchObject({
    code: 'invalid_input',
    retry: 'no',
    field: 'input.body',
  })
  expect(seen).toEqual([])
})

test('an answer of bytes is kept whole as base64', async () => {
  answer = (_, response) => void response.end(Buffer.from([0, 255, 1, 128]))
  const input = { url: origin, read_as: 'base64' }
  expect(await call('http.request.get', connection({}), input)).toMatchObject({ body: 'AP8BgA==' })
})

/** Five items in pages of two, and where the next page is, said in every way. */
function paged() {
  const items = [1, 2, 3, 4, 5]
  answer = ({ url }, response) => {
    const query = new URL(url, origin).searchParams
    const number = Number(query.get('page') ?? query.get('cursor') ?? '1')
    const next = number < 3 ? String(number + 1) : null
    const link = next ? `<${origin}/list?page=1>; rel="first", </list?page=${next}>; rel="next"` : ''
    const data = { items: items.slice(number * 2 - 2, number * 2) }
    const meta = { cursor: next, next: next && `/list?page=${next}` }
    json(response, { data, meta }, 200, link ? { link } : {})
  }
}

test.each([
  ['link header', {}, 3],
  ['address in the answer', {}, 3],
  ['cursor in the answer', { next_at: 'meta.cursor' }, 3],
  // Only an empty page says that there are no more.
  ['page number', {}, 4],
])('a list is read to its last page: %s', async (next, more, pages) => {
  paged()
  const input = { url: `${origin}/list`, next, items: 'data.items', ...more }
  const output = await call('http.pages.get', connection({}), input)
  expect(output).toEqual({ items: [1, 2, 3, 4, 5], count: 5, pages, complete: true })
  expect(seen.every(({ headers }) => headers.authorization === `Bearer ${secret}`)).toBe(true)
})

test('reading pages has an end', async () => {
  paged()
  const input = { url: `${origin}/list`, next: 'link header', items: 'data.items' }
  expect(await call('http.pages.get', connection({}), { ...input, most_pages: 2 })).toMatchObject({
    count: 4,
    complete: false,
  })
  answer = (_, response) => json(response, [1], 200, { link: `<${origin}/list>; rel=next` })
  expect(await call('http.pages.get', connection({}), { ...input, items: '' })).toMatchObject({ pages: 1 })
  const large = 'x'.repeat(6_000_000)
  answer = ({ url }, response) => json(response, [large], 200, { link: `<${url}x>; rel=next` })
  expect(await call('http.pages.get', connection({}), { ...input, items: '' })).toMatchObject({
    pages: 2,
    complete: false,
  })
})

test('a next page on a host that is not listed is not read', async () => {
  answer = (_, response) => json(response, [1], 200, { link: '<http://elsewhere.example/>; rel="next"' })
  const input = { url: origin, next: 'link header' }
  await expect(call('http.pages.get', connection({}), input)).rejects.toMatchObject({
    code: 'blocked_address',
  })
})

test('an answer without the list says where it was looked for', async () => {
  answer = (_, response) => json(response, { rows: [] })
  const input = { url: origin, next: 'link header', items: 'items' }
  await expect(call('http.pages.get', connection({}), input)).rejects.toMatchObject({
    code: 'bad_answer',
    retry: 'no',
    field: 'input.items',
  })
})
