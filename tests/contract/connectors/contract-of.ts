import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getConnector } from '@/lib/connectors/index'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { serviceOf } from '../../support/connections'
import { describeEffects } from './describe-effects'
import { describeFaults } from './describe-faults'

const token = 'practice-canary-5f1d'

/**
 * The contract of every action of a connector, against its emulated service, which `prepare` makes ready before each
 * case. At the end stands a table: action, effect, cases passed.
 */
export function contractOf(connectorId: string, prepare?: (emulators: Emulators) => Promise<void>): void {
  const connector = getConnector(connectorId)
  if (!connector) throw new Error(`There is no connector ${connectorId}.`)
  let emulators: Emulators | undefined
  const running = () => {
    if (!emulators) throw new Error('The emulators have not started.')
    return emulators
  }
  beforeAll(async () => {
    emulators = await startEmulators({ token })
  })
  const passed = new Map(connector.actions.map(({ id }) => [id, 0]))
  afterAll(async () => {
    await emulators?.close()
    const rows = connector.actions.map(
      ({ id, effect }) =>
        `${id.padEnd(32)} ${effect.padEnd(13)} ${String(passed.get(id)).padStart(3)} passed`,
    )
    process.stdout.write(`${rows.join('\n')}\n`)
  })

  test('ids of actions are permanent', () => {
    expect(connector.actions.map(({ id }) => id).sort()).toMatchSnapshot()
  })

  describe.each(connector.actions.map((action) => [action.id, action] as const))('%s', (id, action) => {
    // A pull request is merged once, a branch deleted once: every case finds what the seed left.
    beforeEach(async () => {
      serviceOf(running(), connectorId).reset()
      await prepare?.(running())
    })
    afterEach(({ task }) => {
      if (task.result?.state !== 'fail') passed.set(id, (passed.get(id) ?? 0) + 1)
    })
    describeEffects(action, running)
    describeFaults(action, running)
  })
}
