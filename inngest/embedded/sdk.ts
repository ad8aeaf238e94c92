import { type Inngest, InngestCommHandler, type InngestFunction } from 'inngest'
import { type Answer, type RawAnswer, readAnswer } from './read-answer'

type Asked = { readonly method: 'PUT' | 'POST'; readonly query: string; readonly body: unknown }

/** The body of a call, as the protocol has it. */
export type CallBody = {
  readonly version: 2
  readonly event: unknown
  readonly events: readonly unknown[]
  readonly steps: Readonly<
    Record<string, { type: 'data'; data: unknown } | { type: 'error'; error: unknown }>
  >
  readonly ctx: {
    readonly run_id: string
    readonly fn_id: string
    readonly attempt: number
    readonly max_attempts: number
    readonly disable_immediate_execution: boolean
    readonly use_api: false
    readonly qi_id: string
    readonly stack: { readonly stack: readonly string[]; readonly current: number }
  }
}

export type Sdk = {
  /** Has the SDK send its functions to `POST /fn/register`. */
  register(): Promise<void>
  /** Calls a function, or one planned step of it. Never throws: what goes wrong is an answer. */
  call(target: { functionId: string; step: string }, body: CallBody): Promise<Answer>
}

/** The SDK's own end of the protocol, called within the process: objects go in, no sockets and no signatures. */
export function connectSdk(client: Inngest.Any, functions: readonly InngestFunction.Any[]): Sdk {
  const handler = new InngestCommHandler({
    frameworkName: 'handrail',
    client,
    functions,
    skipSignatureValidation: true,
    handler: (asked: Asked) => ({
      body: () => asked.body,
      headers: () => null,
      method: () => asked.method,
      url: () => new URL(`http://embedded.local/api/inngest?${asked.query}`),
      transformResponse: ({ status, headers, body }): RawAnswer => ({ status, headers, body }),
    }),
  }).createHandler<(asked: Asked) => Promise<RawAnswer>>()

  return {
    register: async () => {
      const answer = await handler({ method: 'PUT', query: '', body: {} })
      if (answer.status !== 200) throw new Error(`The functions could not be registered: ${answer.body}`)
    },
    call: async ({ functionId, step }, body) => {
      const query = new URLSearchParams({ fnId: functionId, stepId: step || 'step' }).toString()
      return readAnswer(await handler({ method: 'POST', query, body }))
    },
  }
}
