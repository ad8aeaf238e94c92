import { describe, expect, it } from 'vitest'
import type { Json } from '@/lib/core/json'
import type { Outcome, Ports, StepCall } from '@/lib/engine/contract'
import { drive } from '@/lib/engine/drive'
import { next } from '@/lib/engine/next'
import { planRun } from '@/lib/engine/plan-run'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { picture } from '@/tests/support/picture'
import { from, workflow } from '@/tests/support/workflow'

type Script = Readonly<Record<string, Json | 'fails' | { readonly exit: string }>>

/** Ports that answer by a script: an output, an exit, or a failure; `{ id }` for steps that the script leaves out. */
function world(script: Script = {}) {
  const calls: StepCall[] = []
  const recorded: string[] = []
  const answer = async (call: StepCall): Promise<Outcome> => {
    calls.push(call)
    const told = script[call.path] ?? { id: call.path }
    if (told === 'fails') {
      return {
        status: 'failed',
        error: { code: 'service_failed', who: 'operator', retry: 'after', message: 'It is down.' },
      }
    }
    const exit = typeof told === 'object' && told !== null && 'exit' in told ? told.exit : undefined
    return typeof exit === 'string'
      ? { status: 'succeeded', exit, output: told }
      : { status: 'succeeded', exit: 'out', output: told }
  }
  const ports: Ports = {
    choose: async ({ from }) => ({ from, ended: new Map() }),
    ...{ act: answer, think: answer, ask: answer, wait: answer, call: answer, compute: answer },
    record: (entries) => recorded.push(...entries.map(({ path, outcome }) => `${path} ${outcome.status}`)),
  }
  return { ports, calls, recorded, names: () => calls.map(({ path }) => path).join(' ') }
}

async function run(document: WorkflowDocument, script: Script = {}, input: Json = {}) {
  const { ports, calls, recorded, names } = world(script)
  const state = { trigger: { node: 'start', output: input }, now: 0, outcomes: new Map() }
  const end = await drive(planRun(document), state, ports)
  return { ...end, calls, recorded, asked: names() }
}

describe('which steps run', () => {
  it('a line, in order, and its last output is the output of the run', async () => {
    const end = await run(picture('start -> a -> b'))
    expect([end.status, end.asked, end.output]).toEqual(['succeeded', 'a b', { id: 'b' }])
  })

  it('a join once, after all that lead to it', async () => {
    //        ┌─► a ─► c ─┐
    // start ─┤           ├─► d
    //        └─► b ──────┘
    const end = await run(picture('start -> a -> c -> d\nstart -> b -> d'))
    expect(end.asked).toBe('a b c d')
  })

  it('one of exclusive branches, and the join after it', async () => {
    const end = await run(picture('start -> if_1 -x-> a -> c\nif_1 -y-> b -> c'), {}, { go: 'x' })
    expect(end.asked).toBe('a c')
    expect(end.outcomes.get('b')).toEqual({ status: 'skipped' })
    expect(end.recorded).toContain('b skipped')
  })

  it('nothing behind an exit that was not taken', async () => {
    const end = await run(picture('start -> ask -approved-> a -> b'), { ask: { exit: 'rejected' } })
    expect([end.status, end.asked]).toEqual(['succeeded', 'ask'])
    expect(end.outcomes.get('b')).toEqual({ status: 'skipped' })
  })

  it('only what hangs on the trigger that started the run', async () => {
    const end = await run(picture('start -> a -> c\nstart2 -> b -> c'))
    expect(end.asked).toBe('a c')
  })

  it('what is ready at the same time, together', async () => {
    const { ports, names } = world()
    let open = 0
    let most = 0
    const act: Ports['act'] = async (call) => {
      most = Math.max(most, ++open)
      await Promise.resolve()
      open -= 1
      return ports.act(call)
    }
    await drive(
      planRun(picture('start -> a\nstart -> b\nstart -> c')),
      { trigger: { node: 'start', output: {} }, now: 0, outcomes: new Map() },
      { ...ports, act },
    )
    expect([most, names()]).toEqual([3, 'a b c'])
  })
})

describe('steps that are switched off', () => {
  it('are led around', async () => {
    const end = await run(picture('start -> a -> b[x] -> c[x] -> d'))
    expect(end.asked).toBe('a d')
    expect(end.outcomes.get('b')).toEqual({ status: 'skipped' })
  })

  it('let nothing through when they decide where to go: a gate that is off stays shut', async () => {
    const end = await run(picture('start -> ask[x] -approved-> a'))
    expect([end.status, end.asked]).toEqual(['succeeded', ''])
  })
})

describe('a step that fails', () => {
  it('ends the run with its error, once what is in flight has settled, and starts nothing new', async () => {
    const end = await run(picture('start -> a -> c\nstart -> b -> d'), { a: 'fails' })
    expect(end.status).toBe('failed')
    expect(end.error).toMatchObject({ path: 'a', code: 'service_failed', message: 'It is down.' })
    expect(end.asked).toBe('a b')
    expect(end.outcomes.get('b')).toMatchObject({ status: 'succeeded' })
  })

  it('goes out of its error exit, and says there what happened', async () => {
    const document = workflow()
      .form('start')
      .action('a', 'test.thing.do', {}, { settings: { onError: 'exit' } })
      .after('start')
      .set('mend', { what: from('a', 'message'), again: from('a', 'retryable') })
      .after('a', 'error')
      .action('b', 'test.thing.do')
      .after('a')
      .document()
    const end = await run(document, { a: 'fails' })
    expect([end.status, end.asked, end.output]).toEqual([
      'succeeded',
      'a',
      { what: 'It is down.', again: true },
    ])
  })

  it('is gone on without, and has no output then', async () => {
    const end = await run(picture('start -> a~ -> b'), { a: 'fails' })
    expect([end.status, end.asked]).toEqual(['succeeded', 'a b'])
  })

  it('fails at a value that is not there, before anything is called', async () => {
    const document = workflow()
      .form('start')
      .set('a', { x: from('start', 'gone') })
      .after('start')
      .action('b', 'test.thing.do')
      .after('a')
      .document()
    const end = await run(document)
    expect([end.status, end.asked]).toEqual(['failed', ''])
    expect(end.error).toMatchObject({ path: 'a', code: 'missing_value', field: 'config.fields.0.value' })
  })
})

describe('a stop', () => {
  it('ends the run with its status and message', async () => {
    const document = workflow()
      .form('start')
      .stop('enough', 'failed', 'No budget')
      .after('start')
      .action('a', 'test.thing.do')
      .after('start')
      .document()
    const end = await run(document)
    expect([end.status, end.asked]).toEqual(['failed', ''])
    expect(end.error).toMatchObject({ code: 'stopped', message: 'No budget', path: 'enough' })
  })

  it('that succeeded leaves the rest undone', async () => {
    const end = await run(picture('start -> a -> stop\nstart -> b -> c -> d'))
    expect([end.status, end.asked]).toEqual(['succeeded', 'a b'])
    expect(end.output).toEqual({ status: 'succeeded', message: '' })
  })
})

describe('what a step is told', () => {
  it('is the outputs that its fields mention, of steps before it', async () => {
    const document = workflow()
      .form('start')
      .action('a', 'test.thing.do')
      .after('start')
      .action('b', 'test.thing.do')
      .after('start')
      .action('c', 'test.thing.do', { x: from('a', 'id'), y: { text: '{{ start.name }} {{ b.id }}' } })
      .after('a')
      .document()
    const { calls } = await run(document, {}, { name: 'Ada' })
    expect(calls.find(({ path }) => path === 'c')?.scope).toEqual({ a: { id: 'a' }, start: { name: 'Ada' } })
  })
})

describe('facts that are known', () => {
  it('are not asked for again', async () => {
    const { ports, names } = world()
    const outcomes = new Map<string, Outcome>([
      ['a', { status: 'succeeded', exit: 'out', output: { id: 'old' } }],
    ])
    const state = { trigger: { node: 'start', output: {} }, now: 0, outcomes }
    const end = await drive(planRun(picture('start -> a -> b')), state, ports)
    expect([names(), end.outcomes.get('a')]).toEqual(['b', outcomes.get('a')])
  })

  it('tell what to do next', () => {
    const plan = planRun(picture('start -> if_1 -x-> a\nif_1 -y-> b'))
    const outcomes = new Map<string, Outcome>([
      ['start', { status: 'succeeded', exit: 'out', output: {} }],
      ['if_1', { status: 'succeeded', exit: 'x', output: {} }],
    ])
    const state = { trigger: { node: 'start', output: {} }, now: 0, outcomes }
    expect(
      next(plan, state).map((command) => (command.do === 'end' ? 'end' : `${command.do} ${command.path}`)),
    ).toEqual(['run a', 'skip b'])
  })

  it('need a trigger of this version', async () => {
    const { ports } = world()
    const state = { trigger: { node: 'gone', output: {} }, now: 0, outcomes: new Map() }
    await expect(drive(planRun(picture('start -> a')), state, ports)).rejects.toThrow(/no trigger "gone"/)
  })
})

describe('a thousand steps in a line', () => {
  it('are planned and driven in a moment', async () => {
    const line = Array.from({ length: 998 }, (_, index) => `n${index}`).join(' -> ')
    const document = picture(`start -> ${line}`)
    const before = performance.now()
    const end = await run(document)
    expect(end.outcomes.size).toBe(999)
    expect(performance.now() - before).toBeLessThan(15_000)
  })
})

describe('a join that goes on with the first', () => {
  const racing = workflow()
    .form('start')
    .action('slow', 'test.thing.do')
    .after('start')
    .action('quick', 'test.thing.do')
    .after('start')
    .action('both', 'test.thing.do', {}, { settings: { join: 'first' } })
    .after('slow')
    .after('quick')
    .document()

  it('does not wait for the other branch, and does not take its late answer', async () => {
    let answerLate = () => {}
    const { ports } = world()
    const end = await drive(
      planRun(racing),
      { trigger: { node: 'start', output: {} }, now: 0, outcomes: new Map() },
      {
        ...ports,
        act: (call) =>
          call.node.id === 'slow'
            ? new Promise((resolve) => {
                answerLate = () => resolve({ status: 'succeeded', exit: 'out', output: 'late' })
              })
            : ports.act(call),
        choose: async ({ from, underWay }) => {
          expect(underWay).toEqual(['slow'])
          return { from, ended: new Map([['slow', { status: 'cancelled' }]]) }
        },
      },
    )
    answerLate()
    await Promise.resolve()
    expect([end.status, end.outcomes.get('slow')?.status, end.outcomes.get('both')?.status]).toEqual([
      'succeeded',
      'cancelled',
      'succeeded',
    ])
  })
})
