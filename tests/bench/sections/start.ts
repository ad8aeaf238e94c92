import { callMany } from '../../support/calls'
import { memoryOf } from '../../support/usage'
import { answering, call } from '../documents'
import { loadNow } from '../machine'
import { type Product, startProduct } from '../product'
import type { Section } from '../section'
import { mb, printTable, say, spread } from '../table'

const restSeconds = 20

/** From the start of the process to ready, and what it takes when it has nothing to do. */
export const start: Section = {
  title: 'Start and rest',
  async run(product, { isFull }) {
    say(`\nLetting the product rest for ${restSeconds} s …`)
    const first = await rest(product)
    const { hook } = await product.publish('Once', answering)
    await callMany({ url: hook, callers: 1, count: 20, body: call })
    const { directory } = product.app
    const warm: number[] = []
    const idle: { readonly app: number; readonly database: number }[] = []
    await product.pause()
    for (let round = 0; round < (isFull ? 5 : 3); round++) {
      const again = await startProduct({ directory })
      warm.push(again.readyMs / 1000)
      if (round === 0) {
        idle.push(await rest(again))
      }
      await again.pause()
    }
    const memory = idle[0] ?? first
    printTable(
      'Start and rest',
      ['what', 'figure', 'aim', 'peer', 'load'],
      [
        [
          'first start to ready, s (a new data folder, the build is there)',
          (product.readyMs / 1000).toFixed(1),
          '',
          '',
          loadNow(),
        ],
        ['warm start to ready, s', spread(warm, 1), '3', '8.2', loadNow()],
        [
          `memory at rest after a first start (app + database)`,
          `${mb(first.app + first.database)} (${mb(first.app)} + ${mb(first.database)})`,
          '250 MB',
          '710 MB',
          loadNow(),
        ],
        [
          `memory at rest after a warm start (app + database)`,
          `${mb(memory.app + memory.database)} (${mb(memory.app)} + ${mb(memory.database)})`,
          '250 MB',
          '710 MB',
          loadNow(),
        ],
      ],
    )
  },
}

async function rest({ watched }: Product) {
  await new Promise((resolve) => setTimeout(resolve, restSeconds * 1000))
  return memoryOf(watched)
}
