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

const kinds = [
  'action',
  'action',
  'action',
  'condition',
  'approval',
  'set',
  'wait',
  'each',
  'repeat',
] as const
const onErrors = ['stop', 'continue', 'exit'] as const

type Rules = {
  /** May a failure or a stop node end the run? */
  readonly mayEnd: boolean
  readonly triggers?: number
  /** May steps go on with the first of their inputs? Then none is disabled. */
  readonly joinsFirst?: boolean
}

/** Graphs without circles: an edge leads from an earlier node to a later one, out of any of its exits. */
export function randomWorkflow({
  mayEnd,
  triggers = 2,
  joinsFirst = false,
}: Rules): fc.Arbitrary<RandomWorkflow> {
  const step = fc.record({
    kind: fc.constantFrom(...kinds, ...(mayEnd ? (['stop'] as const) : [])),
    onError: fc.constantFrom(...onErrors.slice(mayEnd ? 0 : 1)),
    isDisabled: joinsFirst ? fc.constant(false) : fc.integer({ min: 0, max: 7 }).map((n) => n === 0),
    isFirst: joinsFirst ? fc.integer({ min: 0, max: 2 }).map((n) => n === 0) : fc.constant(false),
    /** Of a loop: its items, how many go at a time, and how the steps inside of them end. */
    loop: fc.record({
      count: fc.nat(3),
      concurrency: fc.integer({ min: 1, max: 3 }),
      goesOn: fc.boolean(),
      shape: fc.nat(3),
      ends: fc.array(fc.record({ fails: fc.nat(5).map((n) => n === 0), exit: fc.nat(5) }), {
        minLength: 12,
        maxLength: 12,
      }),
    }),
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

type Loop = {
  readonly count: number
  readonly concurrency: number
  readonly goesOn: boolean
  readonly shape: number
  readonly ends: readonly { readonly fails: boolean; readonly exit: number }[]
}

type Drawn = {
  readonly triggers: number
  readonly steps: readonly {
    kind: string
    onError: string
    isDisabled: boolean
    isFirst: boolean
    loop: Loop
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
  const body = steps.map(({ kind, onError, isDisabled, isFirst, loop }, index) => ({
    ...(loopShapes[kind]?.(`n${index}`, loop) ?? shapes[kind]?.(`n${index}`)),
    id: `n${index}`,
    settings: { ...(kind === 'stop' ? {} : { onError }), ...(isFirst ? { join: 'first' } : {}) },
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
  for (const [index, { kind, fails, exit, loop }] of steps.entries()) {
    const id = `n${index}`
    // The loop's own end follows from its items.
    if (loopShapes[kind]) {
      for (const [path, outcome] of insideOf(id, loop)) outcomes.set(path, outcome)
      continue
    }
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

/** The bodies that loops have: one step, a line, a fork that meets again, and one with a failure provided for. */
const bodies: readonly ((id: string) => { nodes: object[]; edges: object[] })[] = [
  (id) => ({ nodes: [inner(`${id}_a`)], edges: [] }),
  (id) => ({
    nodes: [inner(`${id}_a`), inner(`${id}_b`)],
    edges: [{ from: `${id}_a`, exit: 'out', to: `${id}_b` }],
  }),
  (id) => ({
    nodes: [inner(`${id}_a`), inner(`${id}_b`), inner(`${id}_c`)],
    edges: [
      { from: `${id}_a`, exit: 'out', to: `${id}_c` },
      { from: `${id}_b`, exit: 'out', to: `${id}_c` },
    ],
  }),
  (id) => ({
    nodes: [inner(`${id}_a`, 'exit'), inner(`${id}_b`), inner(`${id}_c`, 'continue')],
    edges: [
      { from: `${id}_a`, exit: 'error', to: `${id}_b` },
      { from: `${id}_a`, exit: 'out', to: `${id}_c` },
    ],
  }),
]

function inner(id: string, onError = 'stop') {
  return { id, type: 'action', action: 'test.thing.do', input: {}, settings: { onError } }
}

const loopShapes: Readonly<Record<string, (id: string, loop: Loop) => object>> = {
  each: (id, { count, concurrency, goesOn, shape }) => ({
    type: 'each',
    config: {
      items: { value: Array.from({ length: count }, (_, index) => index) },
      concurrency,
      onError: goesOn ? 'continue' : 'stop',
      body: bodies[shape]?.(id),
    },
  }),
  repeat: (id, { count, shape }) => ({
    type: 'repeat',
    config: { body: bodies[shape]?.(id), until: { cel: `${id}.index == ${count}` }, cap: 3 },
  }),
}

/** How the steps inside of a loop end, by their paths. */
function insideOf(id: string, { ends }: Loop): readonly (readonly [string, Outcome])[] {
  return [0, 1, 2, 3].flatMap((index) =>
    ['a', 'b', 'c'].map((name, place): readonly [string, Outcome] => {
      const { fails } = ends[index * 3 + place] ?? { fails: false }
      const path = `${id}[${index}].${id}_${name}`
      return [path, fails ? failure : { status: 'succeeded', exit: 'out', output: { from: path } }]
    }),
  )
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
