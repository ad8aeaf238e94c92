import type { Json } from '../core/json'

/** More than this of one value is not shown to a model. */
export const maximumDataCharacters = 20_000

/**
 * Writes a value for a model as data with clear borders. The value is JSON on one line with `</data` escaped,
 * so no text inside it can forge the closing line. What is cut is said, so that the model does not take a part for the whole.
 */
export function dataBlock(label: string, value: Json): string {
  const json = JSON.stringify(value).replaceAll('</data', '<\\/data')
  const shown = json.length > maximumDataCharacters ? json.slice(0, maximumDataCharacters) : json
  const cut =
    shown === json ? '' : `\n(Cut: the first ${shown.length} of ${json.length} characters are shown.)`
  return `<data of="${label.replaceAll(/[^\w.-]/g, '_')}">\n${shown}\n</data>${cut}`
}
