import 'server-only'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { HandrailError } from '@/lib/core/errors'
import type { WorkspaceId } from '@/lib/core/ids'
import { env } from '@/lib/env'

/** What a sealed value belongs to. It opens only for the same workspace and row: a copied value does not. */
export type SealedFor = { readonly workspaceId: WorkspaceId; readonly rowId: string }

// layout: format (1 byte) · key id (1) · nonce (12) · tag (16) · ciphertext
const format = 1
const headerLength = 2 + 12 + 16

/** Encrypts with AES-256-GCM under the present key. */
export function seal(plain: string, owner: SealedFor): Buffer {
  const key = presentKey()
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(associated(owner))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([format, keyId(key)]), nonce, cipher.getAuthTag(), body])
}

/** Decrypts what `seal` made, under the present key or an earlier one; refuses what was changed or moved. */
export function open(sealed: Uint8Array, owner: SealedFor): string {
  const bytes = Buffer.from(sealed)
  if (bytes.length < headerLength || bytes[0] !== format) throw unreadable('not a sealed value')
  for (const key of knownKeys().filter((key) => keyId(key) === bytes[1])) {
    const plain = tryKey(bytes, key, owner)
    if (plain !== null) return plain
  }
  throw unreadable('no key opens it')
}

/** A connection's secrets by field key. */
export function sealRecord(values: Readonly<Record<string, string>>, owner: SealedFor): Buffer {
  return seal(JSON.stringify(values), owner)
}

/**
 * The values that `sealRecord` sealed for this very row. Throws where they were sealed for another, or with a key that
 * is gone.
 */
export function openRecord(sealed: Uint8Array, owner: SealedFor): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(open(sealed, owner))
  if (typeof value !== 'object' || value === null) throw unreadable('not a record')
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function tryKey(bytes: Buffer, key: Buffer, owner: SealedFor): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(2, 14))
  decipher.setAAD(associated(owner))
  decipher.setAuthTag(bytes.subarray(14, headerLength))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headerLength)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function associated(owner: SealedFor): Buffer {
  return Buffer.from(`${owner.workspaceId}\n${owner.rowId}`, 'utf8')
}

function presentKey(): Buffer {
  return Buffer.from(env().HANDRAIL_ENCRYPTION_KEY, 'base64')
}

function knownKeys(): readonly Buffer[] {
  const earlier = env().HANDRAIL_OLD_ENCRYPTION_KEY
  return earlier === undefined ? [presentKey()] : [presentKey(), Buffer.from(earlier, 'base64')]
}

function keyId(key: Buffer): number {
  return createHash('sha256').update(key).digest().readUInt8(0)
}

function unreadable(detail: string): HandrailError {
  return new HandrailError({
    code: 'internal',
    who: 'operator',
    retry: 'no',
    message:
      'A stored secret cannot be opened with this encryption key. Start Handrail with the key it was stored under, or enter the secret again.',
    detail,
  })
}
