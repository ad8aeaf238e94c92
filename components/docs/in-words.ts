import type { Action, Repeat } from '@/lib/connectors/contract'

const repeats: Readonly<Record<Repeat, string>> = {
  safe: 'When the answer is lost, it is done again: the same call changes nothing more.',
  keyed:
    'When the answer is lost, it is done again under the same key, which the far side honours: nothing happens twice.',
  lookup: 'When the answer is lost, Handrail looks whether it happened before it does anything again.',
  never: 'When the answer is lost, nothing is done again: the run waits until a person has looked.',
}

/** What becomes of a call whose answer was lost. */
export function repeatInWords(action: Action): string {
  return action.repeatWith
    ? `${repeats[action.repeat]} Some values allow more: see its fields.`
    : repeats[action.repeat]
}

/** Whose words are in what it gives. */
export function trustInWords({ trust }: Pick<Action, 'trust'>): string {
  return trust === 'untrusted'
    ? 'What it gives may hold text that strangers wrote: agents that read it are kept from acting on it alone.'
    : 'What it gives holds no text of strangers.'
}
