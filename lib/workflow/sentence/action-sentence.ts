import type { z } from 'zod'
import type { Action } from '../../connectors/contract'
import type { Json } from '../../core/json'
import type { Binding } from '../binding'
import type { NodeOf } from '../document'
import { valueTypeOfSchema } from '../value-type-of-schema'
import { bindingParts } from './binding-parts'
import type { SentenceContext } from './context'
import { joined, type SentencePart, say } from './part'

/** Letters that no text holds stand in for values while the action says what it would do. */
const firstMark = 0xe000

/**
 * What the action would do with its present values, in the words of its own preview: each value is a mark while the
 * preview is made, and the marks become chips. Where a preview does not take that, the title and its main fields speak.
 */
export function actionSentence(node: NodeOf<'action'>, context: SentenceContext): readonly SentencePart[] {
  const action = context.actions.get(node.action)
  if (!action) return [say(`An action that is not there: ${node.action}`)]
  const chips: (readonly SentencePart[])[] = []
  const input: Record<string, Json> = {}
  for (const [key, schema] of fieldsOf(action)) {
    const binding = Object.hasOwn(node.input, key) ? node.input[key] : undefined
    const isRequired = !schema.safeParse(undefined).success
    if (!binding && !isRequired) continue
    const plain = plainLiteral(binding)
    if (plain !== undefined) {
      input[key] = plain
      continue
    }
    const mark = String.fromCharCode(firstMark + chips.length)
    chips.push(bindingParts(binding, { label: titleOf(schema, key), field: `input.${key}` }, context))
    input[key] = valueTypeOfSchema(schema, 'input').kind === 'list' ? [mark] : mark
  }
  const preview = previewOf(action, input)
  const said = preview && chips.length > 0 && !hasMark(preview) ? undefined : preview
  return joined(said === undefined ? byTitle(action, chips) : withChips(said, chips))
}

function fieldsOf(action: Action): readonly (readonly [string, z.ZodType])[] {
  return Object.keys(action.input.shape).flatMap((key) => {
    const schema = action.input.shape[key]
    return schema ? [[key, schema] as const] : []
  })
}

/** Switches steer a preview's wording, so they go in as they are. */
function plainLiteral(binding: Binding | undefined): Json | undefined {
  return binding && 'value' in binding && typeof binding.value === 'boolean' ? binding.value : undefined
}

function previewOf(action: Action, input: Record<string, Json>): string | undefined {
  try {
    return action.preview(input)
  } catch {
    return undefined
  }
}

function hasMark(text: string): boolean {
  return /[\uE000-\uE0FF]/.test(text)
}

function withChips(preview: string, chips: readonly (readonly SentencePart[])[]): readonly SentencePart[] {
  return [...preview].flatMap((letter) => {
    const chip = chips[letter.charCodeAt(0) - firstMark]
    return chip ?? [say(letter)]
  })
}

function byTitle(action: Action, chips: readonly (readonly SentencePart[])[]): readonly SentencePart[] {
  const [first, second] = chips
  return [
    say(action.title),
    ...(first ? [say(': '), ...first] : []),
    ...(second ? [say(', '), ...second] : []),
  ]
}

function titleOf(schema: z.ZodType, key: string): string {
  const title = schema.meta()?.title
  return (typeof title === 'string' ? title : key).toLowerCase()
}
