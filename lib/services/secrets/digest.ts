import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 as hex: for what has to be found again and never read. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** An unguessable text of 256 bits that fits into an address. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url')
}
