/** The shop's code, with the mistakes that its issues report. */
export const websiteFiles: Readonly<Record<string, string>> = {
  'README.md': `# website

The shop at acme.example: things for the kitchen and the garden.

- src/checkout: cart to paid order
- src/cart: what a visitor has put aside
- src/search: finding products
- src/catalogue: product pages and images

Run \`npm test\` before you open a pull request.
`,
  'package.json': `{
  "name": "website",
  "private": true,
  "type": "module",
  "scripts": { "test": "node --test src/**/*.test.ts", "build": "vite build" }
}
`,
  'src/checkout/payment.ts': `import { loadSession, type PaymentSession } from './payment-session'

export type Payment = { cartId: string; method: 'card' | 'invoice'; session?: PaymentSession }

/** Begins a payment. The session comes from the provider's frame and may take a moment. */
export function beginPayment(cartId: string, method: Payment['method']): Payment {
  const payment: Payment = { cartId, method }
  if (method === 'card') {
    loadSession(cartId).then((session) => {
      payment.session = session
    })
  }
  return payment
}
`,
  'src/checkout/payment-session.ts': `import { getJson } from '../http/json'

export type PaymentSession = { id: string; expiresAt: string }

/** The provider keeps the session in a cookie of its own frame. Safari 17 gives such a cookie to nobody. */
export async function loadSession(cartId: string): Promise<PaymentSession> {
  return getJson('/api/payments/session?cart=' + encodeURIComponent(cartId))
}
`,
  'src/checkout/pay-button.ts': `import { postJson } from '../http/json'
import { beginPayment } from './payment'
import { showSpinner } from '../ui/spinner'

/** What happens when somebody taps "Pay now". */
export async function onPayNow(cartId: string): Promise<void> {
  const payment = beginPayment(cartId, 'card')
  showSpinner()
  const sessionId = payment.session.id
  await postJson('/api/orders/' + cartId + '/pay', { session: sessionId })
  window.location.assign('/orders/' + cartId)
}
`,
  'src/http/json.ts': `type Json = Record<string, unknown>

declare const api: { send(method: string, path: string, body?: Json): Promise<Response> }

/** Cookies of our own go along; those of a provider's frame do not. */
export async function getJson<Value>(path: string): Promise<Value> {
  return (await api.send('GET', path)).json()
}

export async function postJson(path: string, body: Json): Promise<void> {
  await api.send('POST', path, body)
}
`,
  'src/ui/spinner.ts': `export function showSpinner(): void {
  document.body.dataset.busy = 'true'
}

export function hideSpinner(): void {
  delete document.body.dataset.busy
}
`,
  'src/cart/cart.ts': `export type CartLine = { sku: string; count: number }

const key = 'acme.cart'

/** The cart lives in this browser only: another device starts with an empty one. */
export function readCart(): CartLine[] {
  return JSON.parse(localStorage.getItem(key) ?? '[]')
}

export function writeCart(lines: CartLine[]): void {
  localStorage.setItem(key, JSON.stringify(lines))
}
`,
  'src/cart/price.ts': `/** Cents as people read them. */
export function formatPrice(cents: number): string {
  return (cents / 100).toFixed(2).replace('.', ',') + ' EUR'
}
`,
  'src/search/normalise.ts': `/** Makes two spellings of a word comparable. */
export function normalise(word: string): string {
  return word.toLowerCase().trim()
}
`,
  'src/search/search-products.ts': `import { normalise } from './normalise'

export type Product = { sku: string; name: string }

/** Products whose name contains every word. The index was built from names without umlauts. */
export function searchProducts(products: Product[], query: string): Product[] {
  const words = query.split(/\\s+/).map(normalise).filter(Boolean)
  return products.filter(({ name }) => words.every((word) => normalise(name).includes(word)))
}
`,
  'src/catalogue/product-image.ts': `export type Image = { src: string; alt: string; width: number; height: number }

/** With width and height, so that nothing jumps while the page loads. */
export function productImage({ src, alt, width, height }: Image): string {
  return '<img src="' + src + '" alt="' + alt + '" width="' + width + '" height="' + height + '">'
}
`,
  '.github/workflows/release.yml': `name: Release
on:
  workflow_dispatch:
    inputs:
      environment:
        description: Where to
        default: staging
jobs:
  release:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: npm run build
`,
}
