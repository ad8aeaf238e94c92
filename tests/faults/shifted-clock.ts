import { readFileSync } from 'node:fs'

/**
 * Loaded into the product before anything else of it, by `NODE_OPTIONS`: at SIGUSR2 its time of day jumps to so many
 * milliseconds beside the true one as the file at `FAULTS_CLOCK` says. The clock that measures how much time has passed goes on
 * evenly, as it does when somebody sets a machine's clock.
 */
const file = process.env.FAULTS_CLOCK ?? ''
const TrueDate = Date
let shift = 0

const now = () => TrueDate.now() + shift
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, as) => Reflect.construct(target, given.length === 0 ? [now()] : given, as),
  apply: () => new TrueDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})

process.on('SIGUSR2', () => {
  shift = Number(readFileSync(file, 'utf8'))
  process.stdout.write(`clock ${shift}\n`)
})
