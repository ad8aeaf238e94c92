import { describeMachine, onLinux } from './machine'
import { startProduct } from './product'
import type { Section } from './section'
import { approval } from './sections/approval'
import { growth } from './sections/growth'
import { listing } from './sections/listing'
import { profile } from './sections/profile'
import { queued } from './sections/queued'
import { start } from './sections/start'
import { webhook } from './sections/webhook'
import { say } from './table'

// Each section on a product of its own, so that none lives off another's warmth or suffers from its history.
const sections: Readonly<Record<string, Section>> = {
  start,
  webhook,
  queued,
  growth,
  approval,
  listing,
  profile,
}

const flags = process.argv.slice(2)
const wanted = flags.filter((flag) => !flag.startsWith('-'))
const unknown = wanted.filter((name) => !(name in sections))
if (unknown.length > 0 || !onLinux()) {
  say(
    unknown.length > 0
      ? `There is no section ${unknown.join(', ')}. Choose of: ${Object.keys(sections).join(', ')}.`
      : 'The bench reads memory and processor time from /proc: run it on Linux.',
  )
  process.exit(1)
}

say('# Bench')
say('The peer: n8n 2.41 on Node 24, history on, recorded on another day on a machine of the same kind.')
let isDescribed = false
const started = performance.now()
for (const [name, section] of Object.entries(sections)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const begun = performance.now()
  const product = await startProduct({ isProfiled: section.isProfiled === true })
  try {
    if (!isDescribed) for (const line of await describeMachine(product.sql)) say(`- ${line}`)
    isDescribed = true
    await section.run(product, { isFull: flags.includes('--full') })
  } finally {
    await product.stop()
  }
  say(`\n${section.title}: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
}
say(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`)
process.exit(0)
