import type { ModelCall } from '../contract'
import { parseJson } from '../parse-json'

/** A call as it came. No text at all is how some endpoints write no arguments. */
export function readCall(id: string, name: string, argumentsText: string): ModelCall {
  const values = argumentsText.trim() === '' ? {} : parseJson(argumentsText)
  return { id, name, arguments: values ?? null, argumentsText }
}
