import 'server-only'
import { z } from 'zod'
import { HandrailError } from '@/lib/core/errors'
import type { Actor } from '@/lib/policy/actor'
import type { Permission } from '@/lib/policy/permissions'
import { actorOf, type Caller, callerFromRequest } from '@/lib/services/session/actor-from-request'
import { shapeInWords } from '@/lib/workflow/shape-in-words'
import { answer } from './answer'
import { IssuesError } from './issues-error'
import { readJson } from './read-json'

/** Who may call it: a member of the named workspace, anyone signed in, or anyone at all. */
export type RouteAccess = 'member' | 'user' | 'open'

/** What is known of a route without calling it: the API's description and the tests read this. */
export type RouteDefinition = {
  readonly access: RouteAccess
  /** The line of the matrix that its service asks for. */
  readonly permission: Permission | null
  /** One line for the API's description. */
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** What it answers with; `null` for an empty answer, `'stream'` for one that the handler makes itself. */
  readonly answer: z.ZodType | null | 'stream'
  readonly status?: 200 | 201 | 202
}

type Context = { readonly params: Promise<Record<string, string | string[] | undefined>> }

/** A handler as Next.js calls it, with its definition. */
export type Route = ((request: Request, context?: Context) => Promise<Response>) & {
  readonly definition: RouteDefinition
}

type Nothing = z.ZodObject<Record<never, never>>

type Spec<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType, Who> = Pick<
  RouteDefinition,
  'summary' | 'answer' | 'status'
> & {
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly handler: (call: Parsed<Params, Query, Body> & Who) => Promise<unknown>
}

type Parsed<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> = {
  readonly params: z.output<Params>
  readonly query: z.output<Query>
  readonly body: z.output<Body>
  readonly request: Request
}

/** A route for members of a workspace. `permission` says which line of the matrix its service asks for. */
export function memberRoute<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = Nothing,
>(spec: Spec<Params, Query, Body, { readonly actor: Actor }> & { readonly permission: Permission }): Route {
  const definition: RouteDefinition = { ...spec, access: 'member' }
  return withDefinition(definition, (request, context) =>
    answer(request, definition, async () => {
      const caller = await callerFromRequest(request)
      const actor = await actorOf(caller, request)
      const handle = async () => spec.handler({ ...(await parse(spec, request, context)), actor })
      return { caller, actor, handle }
    }),
  )
}

/** A route for anyone who is signed in, whatever the workspace. */
export function userRoute<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = Nothing,
>(spec: Spec<Params, Query, Body, { readonly caller: Caller }>): Route {
  const definition: RouteDefinition = { ...spec, access: 'user', permission: null }
  return withDefinition(definition, (request, context) =>
    answer(request, definition, async () => {
      const caller = await callerFromRequest(request)
      const actor = caller.kind === 'token' ? caller.actor : null
      const handle = async () => spec.handler({ ...(await parse(spec, request, context)), caller })
      return { caller, actor, handle }
    }),
  )
}

/** A route for anyone at all. What it may do, its own service limits. */
export function openRoute<
  Params extends z.ZodObject = Nothing,
  Query extends z.ZodObject = Nothing,
  Body extends z.ZodType = Nothing,
>(spec: Spec<Params, Query, Body, unknown>): Route {
  const definition: RouteDefinition = { ...spec, access: 'open', permission: null }
  return withDefinition(definition, (request, context) =>
    answer(request, definition, async () => {
      const handle = async () => spec.handler(await parse(spec, request, context))
      return { caller: null, actor: null, handle }
    }),
  )
}

function withDefinition(
  definition: RouteDefinition,
  handler: (request: Request, context: Context | undefined) => Promise<Response>,
): Route {
  return Object.assign((request: Request, context?: Context) => handler(request, context), { definition })
}

async function parse<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  spec: { readonly params?: Params; readonly query?: Query; readonly body?: Body },
  request: Request,
  context: Context | undefined,
): Promise<Parsed<Params, Query, Body>> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  // Each part is read by its own schema here: `custom` only names the result.
  return z.custom<Parsed<Params, Query, Body>>().parse({
    params: checked(spec.params, (await context?.params) ?? {}, 'not_found'),
    query: checked(spec.query ?? z.strictObject({}), query, 'invalid_input'),
    body: spec.body ? checked(spec.body, (await readJson(request)) ?? {}, 'invalid_input') : {},
    request,
  })
}

function checked(
  schema: z.ZodType | undefined,
  value: unknown,
  code: 'not_found' | 'invalid_input',
): unknown {
  if (!schema) return {}
  const result = schema.safeParse(value, { error: inWords })
  if (result.success) return result.data
  if (code === 'not_found') {
    throw new HandrailError({ code, who: 'user', retry: 'no', message: 'There is nothing at this address.' })
  }
  const issues = result.error.issues.slice(0, 100).map((issue) => ({
    field: issue.path.join('.'),
    message: issue.message,
  }))
  const [first] = issues
  throw new IssuesError({
    code,
    who: 'user',
    retry: 'no',
    message: `${first?.field ? `${first.field}: ` : ''}${first?.message ?? 'The input is not right.'}`,
    ...(first?.field ? { field: first.field } : {}),
    issues,
  })
}

/** What a schema does not say itself is said in plain words. */
function inWords(issue: z.core.$ZodRawIssue): string {
  const words = shapeInWords(issue)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
