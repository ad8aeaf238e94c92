import type { Binding } from '@/lib/workflow/binding'

/**
 * The hosts that the builder wrote into a step: those of addresses whose host stands in the text as it is. A host that
 * is filled in during the run is none of them, so data cannot choose where a request goes.
 */
export function hostsInStep(input: Readonly<Record<string, Binding>>): readonly string[] {
  return Object.values(input).flatMap((binding) => {
    const text = 'value' in binding ? binding.value : 'text' in binding ? binding.text : undefined
    if (typeof text !== 'string') return []
    const host = /^https?:\/\/([^/?#{}@\s]+)(?=[/?#]|$)/i.exec(text.trim())?.[1]
    return host === undefined ? [] : [host]
  })
}
