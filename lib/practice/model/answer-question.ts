import type { Json, JsonObject } from '../../core/json'
import { fillSchema } from './fill-schema'
import { isObject, type Material, materialOf, type ToolData } from './material'
import type { PracticeAnswer, Question } from './question'
import { summaryOf } from './summary'
import { toolToCall } from './tool-to-call'

export const practiceNotice = 'This is the practice model: it follows rules, it does not think.'

/**
 * The practice model. No language model stands behind it: rules read the text it was given, pick words out of it and
 * put them into the shape asked for. The same question always has the same answer.
 */
export function answerQuestion(question: Question): PracticeAnswer {
  const material = readMaterial(question)
  const call = question.mayCall ? toolToCall(question, material) : null
  if (call) return { text: '', calls: [call] }
  const schema = question.schema ?? (question.wantsJson ? schemaInWords(question) : null)
  if (schema) return { text: JSON.stringify(fillSchema(schema, material).value), calls: [] }
  if (question.wantsJson) return { text: JSON.stringify({ text: summaryOf(material, 600) }), calls: [] }
  const done = question.calls
    .filter((one) => one.result !== null)
    .map((one) => one.name.replaceAll('__', '.'))
  const did = done.length > 0 ? `\n\nCalled: ${done.join(', ')}.` : ''
  return { text: `${summaryOf(material, 800)}${did}\n\n(${practiceNotice})`, calls: [] }
}

/** Splits what was said into the task in words and the data in it: marked blocks, or a whole text that is JSON. */
function readMaterial(question: Question): Material {
  const given: Json[] = []
  const said = question.user
    .filter((text) => !text.startsWith('Your answer did not fit:'))
    .map((text) => takeData(text, given))
  const results = question.calls.flatMap((call): ToolData[] => {
    const values: Json[] = []
    const rest = takeData(call.result ?? '', values).trim()
    if (values.length === 0 && rest !== '' && !/^(Not done|The call failed)\b/.test(rest)) values.push(rest)
    return values.map((value) => ({ tool: call.name, value }))
  })
  const told = said.join('\n').trim()
  return materialOf(told === '' ? question.system.join('\n') : told, given, results)
}

/** Moves the data out of a text and gives what is left. */
function takeData(text: string, data: Json[]): string {
  const whole = parse(text)
  if (typeof whole === 'object' && whole !== null) {
    data.push(whole)
    return ''
  }
  let rest = ''
  let place = 0
  for (;;) {
    const start = text.indexOf('<data', place)
    const from = start === -1 ? -1 : text.indexOf('>', start)
    const to = from === -1 ? -1 : text.indexOf('</data>', from)
    if (to === -1) return rest + text.slice(place)
    const inner = text.slice(from + 1, to).trim()
    data.push(parse(inner) ?? inner)
    rest += text.slice(place, start)
    place = to + '</data>'.length
  }
}

/** Clients whose server knows no schema tell it in words: take the object that follows the word. */
function schemaInWords(question: Question): JsonObject | null {
  for (const text of [...question.system, ...question.user]) {
    const start = /JSON schema:?\s*\n?(?=\{)/i.exec(text)
    const schema = start ? parse(text.slice(start.index + start[0].length).trim()) : undefined
    if (isObject(schema)) return schema
  }
  return null
}

function parse(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
