import { z } from 'zod'
import type { JsonObject } from '../../core/json'
import type { ModelTurn } from '../contract'

/** Items of an earlier answer that go back as they came: reasoning is only accepted before what followed from it. */
const carriedItem = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reasoning'),
    id: z.string(),
    summary: z.array(z.object({ type: z.literal('summary_text'), text: z.string() })).default([]),
    encrypted_content: z.string(),
  }),
  z.object({
    type: z.literal('function_call'),
    call_id: z.string(),
    name: z.string(),
    arguments: z.string(),
  }),
  z.object({ type: z.literal('message'), role: z.literal('assistant'), content: z.string() }),
])

export type CarriedItem = z.infer<typeof carriedItem>

const messageParts = z.object({ content: z.array(z.looseObject({ text: z.string().optional() })) })

type OutputItem = { readonly type: string; readonly [key: string]: unknown }

/** Only reasoning that came sealed can go back; without any, the turn is told again from its text and calls. */
export function carryOf(output: readonly OutputItem[]): readonly JsonObject[] {
  const items = output.flatMap((item): CarriedItem[] => {
    if (item.type !== 'message') {
      const kept = carriedItem.safeParse(item)
      return kept.success ? [kept.data] : []
    }
    const message = messageParts.safeParse(item)
    const content = message.success ? message.data.content.map((part) => part.text ?? '').join('') : ''
    return content === '' ? [] : [{ type: 'message', role: 'assistant', content }]
  })
  return items.some((item) => item.type === 'reasoning') ? items : []
}

/**
 * What an earlier turn carried, or `null` when it carried nothing. The conversation's ids are unique and those that
 * came may not be; calls keep their order, so their place pairs them.
 */
export function carriedItems(turn: ModelTurn): CarriedItem[] | null {
  const carried = z.array(carriedItem).safeParse(turn.carry ?? [])
  if (!carried.success || carried.data.length === 0) return null
  let place = 0
  return carried.data.map((item) => {
    if (item.type !== 'function_call') return item
    const call_id = turn.calls[place]?.id ?? item.call_id
    place += 1
    return { ...item, call_id }
  })
}
