import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../support/database'
import { endedRuns, type Harness, startHarness, until } from '../runner/support/runner-harness'
import { trigger } from './call-body'
import { scriptOf } from './scripted-sdk'
import { type Exchange, transcripts } from './transcripts'

// The other half of the protocol: given the answers of a transcript, the embedded runner makes its calls and no other,
// and ends the run as it says.

let database: TestDatabase
let harness: Harness | undefined

beforeEach(async () => {
  database = await testDatabase()
})
afterEach(async () => {
  await harness?.stop()
  harness = undefined
  await database.close()
})

describe.each(transcripts)('$title', (transcript) => {
  test('is what the embedded runner asks for', async () => {
    const happenings: Promise<unknown>[] = []
    const script = scriptOf(transcript, (next) => void happenings.push(comeToPass(next)))
    harness = await startHarness(database, transcript.functions, { connect: script.connect })
    await harness.client.send(trigger)
    const [run] = await endedRuns(database, { functionId: 'test-main' })
    await Promise.all(happenings)
    expect(script.surprises).toEqual([])
    expect(script.left()).toEqual([])
    expect(run).toMatchObject(transcript.end)
  })

  /** What happens meanwhile, once the runner waits for it. */
  async function comeToPass(next: Exchange['next']): Promise<void> {
    if (!next) return
    const isAwaited = async () =>
      (
        await database.sql`select 1 from runner_waits where ${'event' in next ? database.sql`event` : database.sql`signal`} = ${'event' in next ? next.event : next.signal}`
      ).length === 1
    await until(isAwaited)
    if ('event' in next)
      await harness?.client.send({ id: `evt_${next.event}`, name: next.event, data: next.data, ts: 1 })
    else await harness?.client.sendSignal(next)
  }
})
