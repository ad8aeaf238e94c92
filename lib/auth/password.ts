import { hash, verify } from '@node-rs/argon2'

// Argon2id with OWASP's recommended cost: 19 MiB, two passes, one lane (the library's own defaults, spelled out).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let decoy: Promise<string> | undefined

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost)
}

/**
 * Is this the password? Where there is none to compare with, the same work is done all the same, so that the time it
 * takes does not tell whether an account exists.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('a password that nobody has', cost)
  const matches = await verify(stored ?? (await decoy), password).catch(() => false)
  return stored !== null && matches
}
