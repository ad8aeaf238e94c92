/** One rule of the engine, changed: the text that states it, and what it is replaced by. */
export type Mutant = {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
}

const frontier = 'lib/engine/frontier.ts'
const drive = 'lib/engine/drive.ts'
const next = 'lib/engine/next.ts'
const plan = 'lib/engine/plan-run.ts'
const loop = 'lib/engine/loop.ts'

/** Every rule that `next` and `drive` stand on. Each of them has to make a property fail. */
export const mutants: readonly Mutant[] = [
  { name: 'a step waits for no input', file: frontier, from: 'counts.left === 0', to: 'counts.left <= 1' },
  {
    name: 'a step runs without a live input',
    file: frontier,
    from: 'const isLive = counts.isLive && !planned.isPassedOver',
    to: 'const isLive = !planned.isPassedOver',
  },
  {
    name: 'a disabled step runs',
    file: frontier,
    from: 'const isLive = counts.isLive && !planned.isPassedOver',
    to: 'const isLive = counts.isLive',
  },
  {
    name: 'every exit is live',
    file: frontier,
    from: 'if (exit === live) {',
    to: 'if (live !== undefined) {',
  },
  {
    name: 'a skipped step goes on',
    file: frontier,
    from: "if (outcome.status !== 'failed') return undefined",
    to: "if (outcome.status !== 'failed') return 'out'",
  },
  {
    name: 'a failure that is provided for goes nowhere',
    file: frontier,
    from: "continue: 'out', exit: 'error'",
    to: "continue: undefined, exit: 'error'",
  },
  {
    name: 'a failure takes no exit of its own',
    file: frontier,
    from: "continue: 'out', exit: 'error'",
    to: "continue: 'out', exit: 'out'",
  },
  {
    name: 'every trigger starts',
    file: frontier,
    from: 'plan.loop === null ? id === startedBy : planned.inputs.length === 0',
    to: 'planned.inputs.length === 0',
  },
  {
    name: 'nothing starts inside of a loop',
    file: frontier,
    from: 'plan.loop === null ? id === startedBy : planned.inputs.length === 0',
    to: 'id === startedBy',
  },
  {
    name: 'a first join waits for all',
    file: frontier,
    from: "const mayGoOn = isFirst ? counts.came.includes(chosen.get(id) ?? '') : counts.left === 0",
    to: 'const mayGoOn = counts.left === 0',
  },
  {
    name: 'a first join goes on with any input',
    file: frontier,
    from: "counts.came.includes(chosen.get(id) ?? '')",
    to: 'chosen.has(id)',
  },
  {
    name: 'a first join is asked for twice',
    file: frontier,
    from: ' && !asked.has(id)',
    to: '',
  },
  {
    name: 'nothing is called off',
    file: frontier,
    from: 'if (isLive && planned.rivals.length > 0) gone.push(planned)',
    to: '',
  },
  {
    name: 'what leads elsewhere too is called off',
    file: plan,
    from: 'outputs.every(({ to }) => to === join || rivals.has(to))',
    to: 'outputs.some(({ to }) => to === join || rivals.has(to))',
  },
  {
    name: 'a step that was called off is run',
    file: next,
    from: '.filter(({ planned }) => !calledOff.has(planned.node.id))\n        .map(',
    to: '.map(',
  },
  {
    name: 'the facts of what was chosen are forgotten',
    file: next,
    from: 'frontier.choose(id, from)',
    to: 'void [id, from]',
  },
  {
    name: 'a late answer of a step that was called off counts',
    file: drive,
    from: 'inFlight.delete(id)\n      const known',
    to: 'const known',
  },
  {
    name: 'a run ends while steps are in flight',
    file: drive,
    from: 'if (inFlight.size === 0) resolve',
    to: 'resolve',
  },
  {
    name: 'new steps start after a failure',
    file: drive,
    from: 'return hasEnded ? [] : waiting',
    to: 'return waiting',
  },
  {
    name: 'a loop forgives a failed item',
    file: loop,
    from: "const stopsOnFailure = node.config.onError === 'stop'",
    to: 'const stopsOnFailure = false',
  },
  {
    name: 'a loop never forgives',
    file: loop,
    from: "const stopsOnFailure = node.config.onError === 'stop'",
    to: 'const stopsOnFailure = true',
  },
  {
    name: 'a repetition that never held succeeds',
    file: loop,
    from: 'if (last?.isLast) return',
    to: 'if (last) return',
  },
]
