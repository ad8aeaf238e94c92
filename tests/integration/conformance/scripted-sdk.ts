import { expect } from 'vitest'
import { readAnswer } from '@/inngest/embedded/read-answer'
import { type CallBody, connectSdk } from '@/inngest/embedded/sdk'
import { type Exchange, hashOf, type Transcript } from './transcripts'

type Call = { readonly functionId: string; readonly step: string; readonly body: CallBody }

export type Script = {
  /** Stands in the place of the SDK: registers the real functions, and answers calls from the transcript. */
  readonly connect: typeof connectSdk
  /** The calls that the transcript does not know. */
  readonly surprises: readonly Call[]
  /** What the transcript still expects. */
  left(): readonly Exchange[]
}

/** An SDK that answers as a transcript says, and takes note of each call that does not stand in it. */
export function scriptOf(transcript: Transcript, world: (next: Exchange['next']) => void): Script {
  const left = [...transcript.exchanges]
  const surprises: Call[] = []
  return {
    surprises,
    left: () => left,
    connect: (client, functions) => ({
      register: connectSdk(client, functions).register,
      call: async ({ functionId, step }, body) => {
        const index = left.findIndex(({ call }) => isThatCall(call, { functionId, step, body }))
        const [exchange] = index < 0 ? [] : left.splice(index, 1)
        if (!exchange) {
          surprises.push({ functionId, step, body })
          return { kind: 'threw', error: { message: 'a surprise' }, retry: false, retryAfter: null }
        }
        const { status, headers = {}, body: content } = exchange.answer
        world(exchange.next)
        return readAnswer({ status, headers, body: JSON.stringify(content) })
      },
    }),
  }
}

/** Is this the call that the transcript tells of: the same place, after the same results, in the same order? */
function isThatCall(call: Exchange['call'], { functionId, step, body }: Call): boolean {
  const ended = call.ended ?? []
  const { stack } = body.ctx.stack
  return (
    functionId === `test-${call.function ?? 'main'}` &&
    step === (call.step ? hashOf(call.step) : '') &&
    body.ctx.attempt === (call.attempt ?? 0) &&
    body.ctx.disable_immediate_execution === (call.mustPlan ?? false) &&
    body.ctx.stack.current === stack.length - 1 &&
    matches(Object.keys(body.steps).sort(), [...stack].sort()) &&
    matches(body.steps, Object.fromEntries(ended.map(([name, end]) => [hashOf(name), end]))) &&
    (call.step !== undefined || hasEnded(stack, call))
  )
}

function hasEnded(stack: readonly string[], { ended = [], isUnordered }: Exchange['call']): boolean {
  const expected = ended.map(([name]) => hashOf(name))
  return isUnordered ? matches([...stack].sort(), expected.sort()) : matches(stack, expected)
}

function matches(given: object, expected: object): boolean {
  try {
    expect(given).toMatchObject(expected)
    return true
  } catch {
    return false
  }
}
