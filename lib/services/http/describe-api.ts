import 'server-only'
import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { permissions } from '@/lib/policy/permissions'
import type { Route, RouteDefinition } from './route'

type RouteModules = Readonly<Record<string, () => Promise<Readonly<Record<string, Route>>>>>

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What happened, then what to do.' }),
    code: z.string(),
    field: z.string().optional(),
    issues: z.array(z.looseObject({ message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details: every error of the API.' })

/** The description of the API in OpenAPI 3.1, made of the definitions that the routes themselves parse and answer by. */
export async function describeApi(routes: RouteModules) {
  const paths: ZodOpenApiPathsObject = {}
  for (const [path, load] of Object.entries(routes)) {
    const module = await load()
    paths[path] = Object.fromEntries(
      methods.flatMap((method) => {
        const route = module[method.toUpperCase()]
        return route ? [[method, toOperation(path, method, route.definition)]] : []
      }),
    )
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Handrail',
      version: '1',
      description:
        'Build, run and approve agent workflows. Make a token in Settings, API tokens; it belongs to one workspace and acts as the member who made it, within its scopes. Lists answer `{ items, next }`: give `next` as `?cursor=` for the following page. A POST with an `Idempotency-Key` is carried out once.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: {
          type: 'apiKey',
          in: 'header',
          name: 'Handrail-Workspace',
          description: 'The workspace’s slug, beside the session cookie of a signed-in person.',
        },
      },
    },
  })
}

function toOperation(
  path: string,
  method: (typeof methods)[number],
  definition: RouteDefinition,
): ZodOpenApiOperationObject {
  const { summary, params, query, body, permission, access } = definition
  const needs = permission === null ? '' : scopeNote(permissions[permission].scopes)
  const header = method === 'post' && access === 'member' ? { header: idempotencyHeader } : {}
  return {
    operationId: `${method}${path.replace(/[^a-zA-Z]+(\w)?/g, (_, next: string = '') => next.toUpperCase())}`,
    summary,
    ...(needs ? { description: needs } : {}),
    tags: [path.split('/')[1] ?? 'api'],
    ...(access === 'open' ? { security: [] } : {}),
    requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}), ...header },
    ...(body ? { requestBody: { content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      ...answersOf(definition),
      default: {
        description: 'What went wrong, and what to do.',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  }
}

const idempotencyHeader = z.object({
  'Idempotency-Key': z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'The same key carries the same call out once, within 24 hours.' }),
})

function answersOf({ answer, status = 200, summary }: RouteDefinition) {
  if (answer === null) return { '204': { description: 'Done.' } }
  if (answer === 'stream') return { '200': { description: `${summary}: not JSON.` } }
  return {
    [`${status}` as const]: { description: summary, content: { 'application/json': { schema: answer } } },
  }
}

function scopeNote(scopes: readonly string[]): string {
  return `A token needs the scope ${scopes.map((scope) => `‘${scope}’`).join(' and ')}.`
}
