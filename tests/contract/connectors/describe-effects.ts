import { expect, test } from 'vitest'
import type { Action } from '@/lib/connectors/contract'
import { repeatOf } from '@/lib/connectors/repeat-of'
import { lookupAction, runAction } from '@/lib/connectors/runs'
import type { Emulators } from '@/lib/practice/start-emulators'
import { connectionTo, inputOf, serviceOf } from '../../support/connections'

let calls = 0
const newKey = () => `run_${calls++}/n:step[0]`

/** What one action does when nothing goes wrong: its examples, and its effect once for each key. */
export function describeEffects(action: Action, running: () => Emulators): void {
  const connector = action.id.split('.')[0] ?? ''
  const call = (input: unknown, idempotencyKey: string) => ({
    action: action.id,
    connection: connectionTo(running(), connector),
    input,
    idempotencyKey,
    signal: AbortSignal.timeout(60_000),
  })
  const remembered = () => JSON.stringify(serviceOf(running(), connector).state())
  const input = () => inputOf(action, running())

  test.each(action.examples.map((example) => [example.title, example] as const))(
    'runs: %s',
    async (_, example) => {
      const output = await runAction(call(inputOf(action, running(), example), newKey()))
      action.output.parse(output)
      expect(JSON.stringify(output)).not.toContain(running().token)
    },
  )

  if (action.effect === 'read') {
    test('changes nothing', async () => {
      const before = remembered()
      await runAction(call(input(), newKey()))
      expect(remembered() === before, 'what the service remembers has changed').toBe(true)
    })
    return
  }

  test('has its effect once for each key', async () => {
    const { effects } = serviceOf(running(), connector)
    const key = newKey()
    // What the input names may be gone afterwards, so it is read once.
    const given = input()
    const repeat = repeatOf(action, action.input.parse(given))
    const before = remembered()
    if (repeat === 'lookup') expect(await lookupAction(call(given, key))).toBeNull()

    const output = await runAction(call(given, key))
    const after = remembered()
    expect(after === before, 'what the service remembers is as before').toBe(false)

    if (repeat === 'lookup') expect(await lookupAction(call(given, key))).toEqual(output)
    if (repeat === 'lookup') expect(await lookupAction(call(given, `${key}x`))).toBeNull()
    if (repeat === 'keyed') action.output.parse(await runAction(call(given, key)))
    if (repeat === 'keyed')
      expect(remembered() === after, 'what the service remembers has changed').toBe(true)
    if (repeat === 'safe') expect(await runAction(call(given, key))).toEqual(output)
    // Where the vendor takes a key of another form, what it remembers has shown it already.
    if (repeat !== 'safe') expect(effects.counts()[key] ?? 1).toBe(1)
  })

  test('leaves a key that no key can break out of', async () => {
    const given = input()
    const key = 'a --> <b>"\\\' & ü'
    if (repeatOf(action, action.input.parse(given)) !== 'lookup') return
    const output = await runAction(call(given, key))
    expect(await lookupAction(call(given, key))).toEqual(output)
    expect(JSON.stringify(output)).not.toContain('handrail:')
  })
}
