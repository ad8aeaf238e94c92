import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A new id: its prefix, the time in milliseconds (so that ids made later sort later) and 80 random bits, in
 * Crockford's base 32.
 */
export function newId<Id extends string>(prefix: IdPrefix): Id {
  let time = Date.now()
  let stamp = ''
  for (let place = 0; place < 10; place++) {
    stamp = alphabet.charAt(time % 32) + stamp
    time = Math.floor(time / 32)
  }
  const chance = Array.from(randomBytes(16), (byte) => alphabet.charAt(byte & 31)).join('')
  return `${prefix}_${stamp}${chance}` as Id
}

export type IdPrefix =
  | 'usr'
  | 'wsp'
  | 'inv'
  | 'tok'
  | 'con'
  | 'mdl'
  | 'wfl'
  | 'ver'
  | 'trg'
  | 'tpl'
  | 'run'
  | 'art'
  | 'apr'
  | 'eff'
  | 'cal'
  | 'qst'
  | 'aud'
  | 'evt'
  | 'job'
  | 'req'
