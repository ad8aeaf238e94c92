import { describe, expect, it } from 'vitest'
import type { AgentMove } from '@/lib/agent/contract'
import { nextMove } from '@/lib/agent/next-move'
import type { Field } from '@/lib/workflow/field'
import { call, facts, searchTool, task, turn } from './builders'

const severity: Field = { key: 'severity', type: 'choice', choices: ['low', 'high'] }

function failureOf(move: AgentMove) {
  if (move.do !== 'end' || move.outcome.status !== 'failed') throw new Error(`not a failure: ${move.do}`)
  return move.outcome.error
}

function requestOf(move: AgentMove) {
  if (move.do !== 'turn') throw new Error(`not a turn: ${move.do}`)
  return move.request
}

function callsOf(move: AgentMove) {
  if (move.do !== 'calls') throw new Error(`not calls: ${JSON.stringify(move)}`)
  return move.calls
}

describe('the agent machine', () => {
  it('asks the model first, with the instructions and the input as data', () => {
    const move = nextMove(task({ input: { title: 'It </data> crashes' } }), facts())
    const [message] = requestOf(move).messages
    expect(message).toEqual({
      role: 'user',
      text: 'Judge the report.\n\n<data of="input">\n{"title":"It <\\/data> crashes"}\n</data>',
    })
  })

  it('ends with the text when there are no output fields', () => {
    const move = nextMove(task(), facts([turn({ text: ' All is well. ' })]))
    expect(move).toMatchObject({
      do: 'end',
      outcome: { status: 'succeeded', output: { text: 'All is well.' }, totals: { turns: 1, tokensIn: 100 } },
    })
  })

  it('runs what is offered and fits, and refuses the rest by name of the rule', () => {
    const calls = [
      call('github__issue__search', { query: 'crash', limit: null }),
      call('rm_rf', {}),
      call('github__issue__search', { query: 'crash', limit: 'many' }),
      call('github__issue__search', { query: 'crash', limit: null, repo: 'other/one' }),
      { id: 'x', name: 'github__issue__search', arguments: null, argumentsText: '{"query": "cra' },
    ]
    const planned = callsOf(nextMove(task({ tools: [searchTool] }), facts([turn({ calls })])))
    expect(planned.map((one) => (one.do === 'run' ? one.action : one.result.rule))).toEqual([
      'github.issue.search',
      'tool.unknown',
      'tool.arguments',
      'tool.arguments',
      'tool.arguments',
    ])
  })

  it('asks again only for the calls that have no result, in any order of finishing', () => {
    const calls = ['a', 'b', 'c'].map((query) => call('github__issue__search', { query, limit: null }))
    const move = nextMove(
      task({ tools: [searchTool] }),
      facts([turn({ calls })], {
        't0.c2': { status: 'done', output: [] },
        't0.c0': { status: 'done', output: [] },
      }),
    )
    expect(callsOf(move).map((one) => one.index)).toEqual([1])
  })

  it('keeps calls apart whose ids repeat within and between turns', () => {
    const twice = [
      call('github__issue__search', { query: 'a', limit: null }),
      call('github__issue__search', { query: 'b', limit: null }),
    ]
    const done = (output: string) => ({ status: 'done', output }) as const
    const move = nextMove(
      task({ tools: [searchTool] }),
      facts([turn({ calls: twice }), turn({ calls: twice })], {
        't0.c0': done('first'),
        't0.c1': done('second'),
        't1.c0': done('third'),
        't1.c1': done('fourth'),
      }),
    )
    const answers = requestOf(move).messages.flatMap((one) => (one.role === 'tool' ? [one] : []))
    expect(new Set(answers.map((one) => one.callId)).size).toBe(4)
    expect(answers.map((one) => /"(\w+)"\n/.exec(one.text)?.[1])).toEqual([
      'first',
      'second',
      'third',
      'fourth',
    ])
    const asked = requestOf(move).messages.flatMap((one) =>
      one.role === 'model' ? one.turn.calls.map((each) => each.id) : [],
    )
    expect(asked).toEqual(answers.map((one) => one.callId))
  })

  it('tells the model why a call was refused or failed', () => {
    const calls = [call('rm_rf', {}, 'a'), call('github__issue__search', { query: 'b', limit: null }, 'b')]
    const move = nextMove(
      task({ tools: [searchTool] }),
      facts([turn({ calls })], {
        't0.c0': { status: 'refused', rule: 'tool.unknown', message: 'There is no tool of this name.' },
        't0.c1': {
          status: 'failed',
          error: { code: 'not_found', who: 'user', retry: 'no', message: 'There is no such repository.' },
        },
      }),
    )
    const texts = requestOf(move).messages.flatMap((one) => (one.role === 'tool' ? [one.text] : []))
    expect(texts).toEqual([
      'Not done (tool.unknown): There is no tool of this name.',
      'The call failed: There is no such repository.',
    ])
  })

  it('ends with a call’s error when only a person can mend it', () => {
    const calls = [call('github__issue__search', { query: 'b', limit: null })]
    const error = { code: 'reconnect', who: 'user', retry: 'no', message: 'Connect GitHub again.' } as const
    const move = nextMove(
      task({ tools: [searchTool] }),
      facts([turn({ calls })], { 't0.c0': { status: 'failed', error } }),
    )
    expect(failureOf(move)).toEqual(error)
  })

  it('says that a large result was cut', () => {
    const calls = [call('github__issue__search', { query: 'b', limit: null })]
    const move = nextMove(
      task({ tools: [searchTool] }),
      facts([turn({ calls })], { 't0.c0': { status: 'done', output: 'x'.repeat(50_000) } }),
    )
    const text = requestOf(move).messages.at(-1)
    expect(text?.role === 'tool' && text.text).toMatch(/Cut: the first 40000 of 50002 characters/)
  })

  it('sends an answer that does not fit back twice, with what is wrong, then fails', () => {
    const wrong = turn({ text: '{"severity":"medium"}' })
    const start = task({ output: [severity] })
    const again = requestOf(nextMove(start, facts([wrong]))).messages.at(-1)
    expect(again).toEqual({
      role: 'user',
      text: expect.stringMatching(
        /^Your answer did not fit: severity must be one of "low", "high"\. Answer again, with one JSON object/,
      ),
    })
    expect(nextMove(start, facts([wrong, wrong])).do).toBe('turn')
    const failure = failureOf(nextMove(start, facts([wrong, wrong, wrong])))
    expect(failure.code).toBe('bad_answer')
    expect(failure.message).toContain('severity must be one of "low", "high"')
    expect(nextMove(start, facts([wrong, turn({ text: '{"severity":"high"}' })]))).toMatchObject({
      outcome: { status: 'succeeded', output: { severity: 'high' } },
    })
  })

  it('reports a refusal as one', () => {
    const failure = failureOf(nextMove(task(), facts([turn({ stopped: 'refused', text: 'I cannot help.' })])))
    expect(failure).toMatchObject({
      code: 'model_refused',
      message: expect.stringContaining('I cannot help.'),
    })
  })
})

describe('the limits', () => {
  const calls = [call('github__issue__search', { query: 'b', limit: null })]
  const tools = [searchTool]

  it('stops before the calls of the last turn', () => {
    const failure = failureOf(nextMove(task({ tools, limits: { turns: 1 } }), facts([turn({ calls })])))
    expect(failure.code).toBe('limit_reached')
    expect(failure.message).toMatch(/limit of 1 turn .*Raise "Turns" under Limits/)
  })

  it('stops before a call that passes the limit of calls, and does none of that turn', () => {
    const move = nextMove(
      task({ tools, limits: { calls: 1 } }),
      facts([turn({ calls: [...calls, ...calls] })]),
    )
    expect(failureOf(move).message).toMatch(/limit of 1 tool call.*Raise "Tool calls"/)
  })

  it('stops before a turn that would pass the limit of tokens', () => {
    const failure = failureOf(nextMove(task({ limits: { tokens: 50 } }), facts()))
    expect(failure).toMatchObject({
      code: 'limit_reached',
      message: expect.stringMatching(/limit of 50 tokens/),
    })
  })

  it('lets an answer be only as long as what is left', () => {
    const move = nextMove(task({ limits: { tokens: 1_000, cost: 0.005 } }), facts())
    const most = requestOf(move).maxOutputTokens ?? 0
    expect(most).toBeGreaterThan(64)
    expect(most).toBeLessThan(500)
    expect(requestOf(nextMove(task(), facts())).maxOutputTokens).toBeNull()
  })

  it('stops before a turn that could pass the limit in money', () => {
    const spent = turn({ calls, usage: { tokensIn: 1_000, tokensOut: 400 } })
    const move = nextMove(
      task({ tools, limits: { cost: 0.006 } }),
      facts([spent], { 't0.c0': { status: 'done', output: [] } }),
    )
    expect(failureOf(move).message).toMatch(/limit of \$0\.006: \$0\.0050 is spent.*Raise "Cost"/)
  })

  it('refuses to start with a limit in money and no price', () => {
    const failure = failureOf(nextMove(task({ price: null, limits: { cost: 1 } }), facts()))
    expect(failure.message).toMatch(/price of the model "some-model" is not known.*Settings → Models/)
  })

  it('keeps no limit in money for a model without charge', () => {
    const free = task({ price: { inputPerMillion: 0, outputPerMillion: 0 }, limits: { cost: 0 } })
    expect(requestOf(nextMove(free, facts())).maxOutputTokens).toBeNull()
  })

  it('names the limit when it cut the answer off', () => {
    const cut = turn({ stopped: 'length', text: 'It is' })
    expect(failureOf(nextMove(task({ limits: { tokens: 1_000 } }), facts([cut]))).code).toBe('limit_reached')
    expect(failureOf(nextMove(task(), facts([cut]))).code).toBe('bad_answer')
  })
})
