import type { EmulatorContext } from 'emulate'
import type { z } from 'zod'
import { JqlError } from './jql/jql-error'
import { JiraRefusal } from './refusal'
import type { Showing } from './show'
import type { JiraIssue, JiraState } from './state'

/** One request to the simulated Jira, with what its answer is made from. */
export type JiraCall = Showing & {
  /** The account that every token acts as. */
  readonly accountId: string
  readonly now: string
  param(name: string): string
  query(name: string): string | undefined
  /** The body, which must fit the schema. */
  body<Body>(schema: z.ZodType<Body>): Promise<Body>
  readonly request: Request
}

type App = EmulatorContext<JiraState>['app']
type Answer = Response | object
type Routes = (
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  answer: (call: JiraCall) => Answer | Promise<Answer>,
) => void

/** Adds routes to the app. What an answer throws as a refusal, the caller is told in Jira's form. */
export function routesOf(app: App, fixed: Showing & { readonly accountId: string }): Routes {
  return (method, path, answer) => {
    app[method](path, async ({ req }) => {
      const call: JiraCall = {
        ...fixed,
        now: new Date().toISOString(),
        param: (name) => decodeURIComponent(req.param(name)),
        query: (name) => req.query(name),
        request: req.raw,
        body: async (schema) => {
          const parsed = schema.safeParse(toJson(await req.text()))
          if (parsed.success) return parsed.data
          const path = parsed.error.issues[0]?.path.join('.') ?? ''
          throw new JiraRefusal(400, {
            general: `Invalid request payload at '${path}'. Refer to the documentation.`,
          })
        },
      }
      try {
        const answered = await answer(call)
        return answered instanceof Response ? answered : Response.json(answered)
      } catch (error) {
        if (error instanceof JiraRefusal) return error.toResponse()
        if (error instanceof JqlError) return new JiraRefusal(400, { general: error.message }).toResponse()
        throw error
      }
    })
  }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The issue of that key or id, in any case. */
export function issueOf({ state }: Pick<Showing, 'state'>, keyOrId: string): JiraIssue {
  const found = state.issues.find(({ id, key }) => id === keyOrId || key === keyOrId.toUpperCase())
  if (found) return found
  throw new JiraRefusal(404, { general: 'Issue does not exist or you do not have permission to see it.' })
}

export function newId(state: JiraState): string {
  state.lastId += 1
  return String(state.lastId)
}

/** Where a page begins and how long it is, as Jira’s older lists take it. */
export function pageOf<Item>(call: JiraCall, items: readonly Item[], most = 100) {
  const startAt = Math.max(0, Number(call.query('startAt') ?? 0) || 0)
  const maxResults = Math.min(most, Number(call.query('maxResults') ?? 50) || 50)
  const values = items.slice(startAt, startAt + maxResults)
  return { startAt, maxResults, total: items.length, values, isLast: startAt + values.length >= items.length }
}
