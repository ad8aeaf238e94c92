import fc from 'fast-check'
import type { Outcome } from '@/lib/engine/contract'
import { documentSchema, type WorkflowDocument } from '@/lib/workflow/document'
import { exitsOf } from '@/lib/workflow/nodes/exits-of'

/** A random workflow, and how each of its steps would end if it ran. */
export type RandomWorkflow = {
  readonly document: WorkflowDocument
  /** The output of every trigger: it decides each condition. */
  readonly input: Readonly<Record<string, string>>
  /** For steps that touch a port. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly trigger: string
}

const kinds = ['action', 'action', 'action', 'condition', 'approval', 'set', 'wait'] as const
const onErrors = ['stop', 'continue', 'exit'] as const

type Rules = {
  /** May a failure or a stop node end the run? */
  readonly mayEnd: boolean
  readonly triggers?: number
}

/** Graphs without circles: an edge leads from an earlier node to a later one, out of any of its exits. */
export function randomWorkflow({ mayEnd, triggers = 2 }: Rules): fc.Arbitrary<RandomWorkflow> {
  const step = fc.record({
    kind: fc.constantFrom(...kinds, ...(mayEnd ? (['stop'] as const) : [])),
    onError: fc.constantFrom(...onErrors.slice(mayEnd ? 0 : 1)),
    isDisabled: fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    fails: fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
    exit: fc.nat(5),
  })
  /** Mostly from a near neighbour, so that much of the graph is alive. */
  const line = fc.record({ back: fc.oneof(fc.nat(2), fc.nat(8)), to: fc.nat(40), exit: fc.nat(5) })
  return fc
    .record({
      triggers: fc.integer({ min: 1, max: triggers }),
      steps: fc.array(step, { minLength: 1, maxLength: 14 }),
      lines: fc.array(line, { minLength: 4, maxLength: 40 }),
      started: fc.nat(),
    })
    .map((drawn) => build(drawn))
}

type Drawn = {
  readonly triggers: number
  readonly steps: readonly {
    kind: string
    onError: string
    isDisabled: boolean
    fails: boolean
    exit: number
  }[]
  readonly lines: readonly { back: number; to: number; exit: number }[]
  readonly started: number
}

function build({ triggers, steps, lines, started }: Drawn): RandomWorkflow {
  const heads = Array.from({ length: triggers }, (_, index) => ({
    id: `start_${index}`,
    type: 'trigger.form',
    config: { fields: [] },
  }))
  const body = steps.map(({ kind, onError, isDisabled }, index) => ({
    ...shapes[kind]?.(`n${index}`),
    id: `n${index}`,
    ...(kind === 'stop' ? {} : { settings: { onError } }),
    disabled: isDisabled,
  }))
  const { nodes } = documentSchema.parse({ schema: 1, nodes: [...heads, ...body], edges: [] })
  const edges = lines.flatMap(({ back, to, exit }) => {
    const place = triggers + (to % steps.length)
    const source = nodes[Math.max(0, place - 1 - back)]
    const target = nodes[place]
    if (!source || !target) return []
    const exits = exitsOf(source)
    const way = exits[exit % Math.max(1, exits.length)]
    return way ? [{ from: source.id, exit: way.exit, to: target.id }] : []
  })
  const input: Record<string, string> = {}
  const outcomes = new Map<string, Outcome>()
  for (const [index, { kind, fails, exit }] of steps.entries()) {
    const id = `n${index}`
    input[id] = ['a', 'b', 'c'][exit % 3] ?? 'a'
    outcomes.set(
      id,
      fails ? failure : { status: 'succeeded', exit: exitFor(kind, exit), output: { from: id } },
    )
  }
  return {
    document: documentSchema.parse({ schema: 1, nodes, edges }),
    input,
    outcomes,
    trigger: `start_${started % triggers}`,
  }
}

const failure: Outcome = {
  status: 'failed',
  error: { code: 'service_failed', who: 'operator', retry: 'after', message: 'The service is down.' },
}

function exitFor(kind: string, exit: number): string {
  return kind === 'approval' ? (['approved', 'rejected', 'expired'][exit % 3] ?? 'approved') : 'out'
}

/** A condition asks each trigger: only the one that started the run has an answer. */
const shapes: Readonly<Record<string, (id: string) => object>> = {
  action: () => ({ type: 'action', action: 'test.thing.do', input: {} }),
  wait: () => ({ type: 'wait', config: { for: 'PT1S' } }),
  approval: () => ({ type: 'approval', config: { approvers: [{ role: 'operator' }], quorum: 1 } }),
  set: () => ({ type: 'set', config: { fields: [{ key: 'done', value: { value: true } }] } }),
  stop: () => ({ type: 'stop', config: { status: 'succeeded' } }),
  condition: (id) => ({
    type: 'condition',
    config: {
      branches: ['a', 'b'].map((exit) => ({
        exit,
        when: {
          left: { first: [0, 1].map((n) => ({ from: `start_${n}`, path: [id] })), default: 'c' },
          is: 'equals',
          right: { value: exit },
        },
      })),
      otherwise: 'c',
    },
  }),
}
