import type { Json } from '../core/json'

/**
 * Writes a value for a model as data with clear borders. The value is JSON on one line with `</data` escaped,
 * so no text inside it can forge the closing line. What is cut is said, so that the model does not take a part for the whole.
 */
export function dataBlock(label: string, value: Json, most: number): string {
  const json = JSON.stringify(value).replaceAll('</data', '<\\/data')
  const shown = json.length > most ? json.slice(0, most) : json
  const cut =
    shown === json ? '' : `\n(Cut: the first ${shown.length} of ${json.length} characters are shown.)`
  return `<data of="${label.replaceAll(/[^\w.-]/g, '_')}">\n${shown}\n</data>${cut}`
}
