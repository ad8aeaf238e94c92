import { z } from 'zod'
import { google as consent } from '../consent/dialects/google'
import { calendar } from '../google/calendar'
import { drive } from '../google/drive/drive'
import { mailbox } from '../google/mailbox'
import { type GooglePart, googleError } from '../google/part'
import { tokenWheel } from '../internal-token'
import { mailboxAddress } from '../seed/people'
import type { Emulated, PracticeService } from './service'

/** The products behind the one door, by the name under which each is remembered. The last answers what is left over. */
const parts: readonly (readonly [name: string, part: GooglePart])[] = [
  ['calendar', calendar],
  ['mailbox', mailbox],
  ['drive', drive],
]

const remembered = z.record(z.string(), z.unknown())
const running = new WeakMap<Emulated, readonly Emulated[]>()

export const google: PracticeService = {
  async start(baseUrl) {
    const products = await Promise.all(parts.map(([, part]) => part.start(baseUrl)))
    const emulated: Emulated = {
      async handle(request) {
        const index = parts.findIndex(([, { owns }]) => owns.test(new URL(request.url).pathname))
        const product = products.at(index)
        return product ? product.handle(request) : googleError(404, 'Not Found', 'notFound')
      },
      snapshot: () =>
        Object.fromEntries(parts.map(([name], index) => [name, products[index]?.snapshot() ?? null])),
      restore(state) {
        const states = remembered.parse(state)
        for (const [index, [name]] of parts.entries()) products[index]?.restore(states[name])
      },
    }
    running.set(emulated, products)
    return emulated
  },
  async seed(emulated, { now }) {
    const products = running.get(emulated) ?? []
    for (const [index, product] of products.entries()) await parts[index]?.[1].seed(product, now)
  },
  refuse: () => googleError(401, 'Request had invalid authentication credentials.', 'authError'),
  // Everybody who consents has the one mailbox that there is.
  insideToken: tokenWheel(mailboxAddress),
  consent,
  isChange: ({ method, url }) =>
    method !== 'GET' &&
    method !== 'HEAD' &&
    !parts.some(([, { looks }]) => looks?.test(`${method} ${new URL(url).pathname}`)),
  effectKey(request) {
    const { pathname } = new URL(request.url)
    return parts.find(([, { owns }]) => owns.test(pathname))?.[1].effectKey?.(request) ?? null
  },
}
