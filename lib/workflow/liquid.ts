import { Liquid } from 'liquidjs'
import { liquidDates } from './liquid-dates'
import { liquidFilters } from './liquid-filters'
import { toText } from './to-text'

/** Limits of one text field: characters of template, milliseconds, and things made while rendering. */
export const liquidLimits = { parseLimit: 50_000, renderLimit: 1_000, memoryLimit: 5_000_000 } as const

/** Tags that read other templates. */
const removedTags = ['include', 'render', 'layout', 'block']

/**
 * Liquid with its doors shut: own properties only, unknown names and filters are errors, bounded in size, time and
 * memory, no files, no chance, and a now that is the run's. What a value contains is never read as a template.
 */
function makeLiquid(output: 'text' | 'value'): Liquid {
  const liquid = new Liquid({
    ...liquidLimits,
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    timezoneOffset: 0,
    locale: 'en-US',
    templates: {},
    ...(output === 'text' ? { outputEscape: toText } : { keepOutputType: true }),
  })
  for (const tag of removedTags) delete liquid.tags[tag]
  liquid.plugin(liquidFilters)
  liquid.plugin(liquidDates)
  return liquid
}

/** For text with values in it. */
export const textLiquid = makeLiquid('text')

/** For a lone `{{ … }}`, which keeps the type of its value. */
export const valueLiquid = makeLiquid('value')
