import type { Json } from '../../core/json'
import { fillSchema } from './fill-schema'
import { isReadingTool, type Material, plainName } from './material'
import type { OfferedTool, Question } from './question'
import { gravityOf, shareOf } from './words'

const mostCalls = 3

/** The words by which a task asks for what a tool does, beside the tool's own. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  post: ['post', 'send', 'message', 'notify', 'tell', 'announce', 'share', 'alert', 'slack'],
  send: ['send', 'mail', 'notify', 'tell', 'message', 'submit', 'post'],
  reply: ['reply', 'answer', 'respond'],
  comment: ['comment', 'reply', 'answer', 'respond'],
  create: ['create', 'open', 'file', 'add', 'make', 'raise'],
  add: ['add', 'attach', 'put', 'apply'],
  label: ['label', 'labels', 'tag', 'tags'],
  labels: ['label', 'labels', 'tag', 'tags'],
  update: ['update', 'change', 'edit', 'set'],
  delete: ['delete', 'remove'],
  close: ['close', 'resolve'],
  assign: ['assign'],
}

/**
 * The next call, or `null` when the task has what it needs: first each reading tool that can be filled, once; then
 * each writing tool that the task asks for, once. Never more than three calls in all.
 */
export function toolToCall(
  question: Question,
  material: Material,
): { readonly name: string; readonly arguments: Json } | null {
  const called = new Set(question.calls.map((call) => call.name))
  if (question.calls.length >= mostCalls) return null
  const open = question.tools.filter((tool) => !called.has(tool.name))
  const asked = open.filter((tool) => !isReading(tool) && isAskedFor(tool, material))
  // A reading tool gives way when the calls that are left are needed for what the task asks to do.
  const mayRead = question.calls.length + Math.min(asked.length, mostCalls - 1) < mostCalls
  for (const tool of [...(mayRead ? open.filter(isReading) : []), ...asked]) {
    const filled = fillSchema(tool.schema, material, isReading(tool) ? 'read' : 'write')
    if (filled.found) return { name: tool.name, arguments: filled.value }
  }
  return null
}

function wordsOf(tool: OfferedTool): readonly string[] {
  return plainName(tool.name).split(' ')
}

function isReading(tool: OfferedTool): boolean {
  return isReadingTool(tool.name)
}

/** Does a sentence of the task tell to do this? "Do not" and an "if" that does not hold speak against it. */
function isAskedFor(tool: OfferedTool, material: Material): boolean {
  const verbs = wordsOf(tool)
    .slice(1)
    .flatMap((word) => otherWords[word] ?? [])
  const wanted = new RegExp(`\\b(?:${(verbs.length > 0 ? verbs : wordsOf(tool)).join('|')})\\b`, 'i')
  return material.task.split(/\n+|(?<=[.!?;])\s+/).some((sentence) => {
    if (!wanted.test(sentence)) return false
    if (/\b(?:do not|don't|never|without|must not|should not)\b/i.test(sentence)) return false
    const needsGrave =
      /\b(?:if|when|only)\b.*\b(?:urgent|severe|critical|high|serious|grave|security)\b/i.test(sentence)
    return !needsGrave || shareOf[gravityOf(material.text)] > 0.5
  })
}
