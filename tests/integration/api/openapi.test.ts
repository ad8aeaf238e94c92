import { expect, it } from 'vitest'
import { routes } from '@/app/api/v1/_routes/routes'
import { POST as postNowhere } from '@/app/api/v1/[...nowhere]/route'
import { GET as getDescription } from '@/app/api/v1/openapi.json/route'

it('describes every route and method, with its parameters, in OpenAPI 3.1', async () => {
  const document = await (await getDescription()).json()
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(Object(item)).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const real: string[] = []
  for (const [path, load] of Object.entries(routes)) {
    for (const method of Object.keys(await load())) real.push(`${method} ${path}`)
    for (const name of path.match(/(?<=\{)\w+(?=\})/g) ?? []) {
      for (const operation of Object.values(document.paths[path])) {
        expect(Object(operation).parameters).toContainEqual(
          expect.objectContaining({ in: 'path', name, required: true }),
        )
      }
    }
  }
  expect(described.sort()).toEqual(real.sort())
  const ids = Object.values(document.paths).flatMap((item) =>
    Object.values(Object(item)).map((operation) => Object(operation).operationId),
  )
  expect(new Set(ids).size).toBe(ids.length)
  expect(document.components.schemas.Problem.properties.detail.type).toBe('string')
})

it('holds no reference that leads nowhere', async () => {
  const document = await (await getDescription()).json()
  const references = JSON.stringify(document).match(/"#\/components\/schemas\/[^"]+"/g) ?? []
  for (const reference of references) {
    const name = reference.slice('"#/components/schemas/'.length, -1)
    expect(document.components.schemas).toHaveProperty([name])
  }
})

it('answers at an address that it does not have as it answers everywhere', async () => {
  const answer = await postNowhere(new Request('http://localhost/api/v1/flows', { method: 'POST' }))
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toMatchObject({
    code: 'not_found',
    detail: 'The API has nothing at /api/v1/flows. What it has stands in /api/v1/openapi.json.',
  })
})
