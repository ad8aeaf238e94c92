import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { callKey, type ModelTurn, type ToolResult } from '@/lib/agent/contract'
import { nextMove } from '@/lib/agent/next-move'
import { callModel } from '@/lib/agent/openai/call-model'
import { HandrailError } from '@/lib/core/errors'
import { searchTool, task } from '../../unit/lib/agent/builders'
import { json, openEndpoint } from './endpoint'
import { openProvider } from './run-agent'

type Fault = 'none' | 'cut' | 'half' | 'status' | 'empty'

const fault = fc.constantFrom<Fault>('none', 'none', 'cut', 'half', 'status', 'empty')

/** Each turn asks for two searches under one id, in an order that a repeated turn changes; the third is the end. */
function turnBody(turn: number, isSwapped: boolean) {
  const search = (query: string) => ({
    id: 'call_same',
    type: 'function',
    function: { name: searchTool.name, arguments: JSON.stringify({ query, limit: null }) },
  })
  const calls = [search(`${turn} a`), search(`${turn} b`)]
  const message =
    turn >= 2 ? { content: 'Done.' } : { content: null, tool_calls: isSwapped ? calls.reverse() : calls }
  return { choices: [{ finish_reason: 'stop', message }], usage: { prompt_tokens: 9, completion_tokens: 1 } }
}

describe('an endpoint that breaks off, sends half, repeats ids and changes the order', () => {
  it('doubles no effect: what is stored is never asked again, what is not is', async () => {
    let faults: Fault[] = []
    let isSwapped = false
    const endpoint = await openEndpoint((body, response) => {
      const messages = Array.isArray(body.messages) ? body.messages : []
      const turn = messages.filter((message) => Reflect.get(Object(message), 'role') === 'assistant').length
      const text = JSON.stringify(turnBody(turn, isSwapped))
      isSwapped = !isSwapped
      const now = faults.shift() ?? 'none'
      if (now === 'none') response.setHeader('content-type', 'application/json').end(text)
      else if (now === 'status') json(response, 503, {})
      else if (now === 'empty') response.end()
      else if (now === 'half') response.setHeader('content-type', 'application/json').end(text.slice(0, 40))
      else {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length) })
        response.write(text.slice(0, 40), () => response.destroy())
      }
    })
    const some = task({ tools: [searchTool], price: null })
    try {
      await fc.assert(
        fc.asyncProperty(fc.array(fault, { maxLength: 8 }), fc.boolean(), async (script, swapped) => {
          faults = [...script]
          isSwapped = swapped
          const turns: ModelTurn[] = []
          const results = new Map<string, ToolResult>()
          const effects: string[] = []
          for (;;) {
            const move = nextMove(some, { turns, results })
            if (move.do === 'end') {
              expect(move.outcome).toMatchObject({ status: 'succeeded', output: { text: 'Done.' } })
              break
            }
            if (move.do === 'turn') {
              try {
                const signal = AbortSignal.timeout(10_000)
                turns.push(await callModel(openProvider('chat', endpoint.url), move.request, signal))
              } catch (error) {
                expect(error).toBeInstanceOf(HandrailError)
                expect(error).toMatchObject({ retry: 'after' })
              }
              continue
            }
            for (const call of move.calls) {
              const key = callKey(move.turn, call.index)
              effects.push(`${key} ${JSON.stringify(call.arguments)}`)
              results.set(key, { status: 'done', output: null })
            }
          }
          expect(effects).toHaveLength(4)
          expect(new Set(effects.map((effect) => effect.slice(6))).size).toBe(4)
        }),
        { numRuns: 60 },
      )
    } finally {
      await endpoint.close()
    }
  })
})
