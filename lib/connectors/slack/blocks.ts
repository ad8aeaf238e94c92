import { z } from 'zod'
import type { Json } from '../../core/json'

// Slack's limits: https://docs.slack.dev/reference/block-kit/blocks
const mostBlocks = 50
const mostCharacters = 40_000

const address = z.url({ protocol: /^https?$/ }).max(3_000)
const text = (most: number) =>
  z.looseObject({ type: z.enum(['mrkdwn', 'plain_text']), text: z.string().min(1).max(most) })
const plainText = (most: number) =>
  z.looseObject({ type: z.literal('plain_text'), text: z.string().min(1).max(most) })
const common = { block_id: z.string().max(255).optional() }

const image = z.looseObject({
  ...common,
  type: z.literal('image'),
  image_url: address,
  alt_text: z.string().max(2_000),
})
/** Nobody listens for a press, so a button must lead somewhere. */
const button = z.looseObject({ type: z.literal('button'), text: plainText(75), url: address })

const block = z.discriminatedUnion('type', [
  z
    .looseObject({
      ...common,
      type: z.literal('section'),
      text: text(3_000).optional(),
      fields: z.array(text(2_000)).min(1).max(10).optional(),
      accessory: z.discriminatedUnion('type', [image, button]).optional(),
    })
    .refine((section) => section.text || section.fields, 'A section needs text or fields.'),
  z.looseObject({ ...common, type: z.literal('header'), text: plainText(150) }),
  z.looseObject({ ...common, type: z.literal('divider') }),
  image,
  z.looseObject({
    ...common,
    type: z.literal('context'),
    elements: z
      .array(z.union([text(2_000), image]))
      .min(1)
      .max(10),
  }),
  z.looseObject({ ...common, type: z.literal('actions'), elements: z.array(button).min(1).max(25) }),
  z.looseObject({ ...common, type: z.literal('markdown'), text: z.string().min(1).max(12_000) }),
  z.looseObject({
    ...common,
    type: z.literal('rich_text'),
    elements: z.array(z.looseObject({ type: z.string() })).min(1),
  }),
])

const blocks = z
  .array(block, 'Blocks are a JSON list: [{ "type": "section", … }].')
  .min(1)
  .max(mostBlocks, `A message has at most ${mostBlocks} blocks.`)

export type ReadBlocks =
  | { readonly problem: null; readonly blocks: readonly { readonly [key: string]: Json }[] }
  | { readonly problem: string }

/** Blocks as Slack takes them, from data or from JSON text; or what is wrong with them, and where. */
export function readBlocks(given: Json): ReadBlocks {
  const data = typeof given === 'string' ? parsed(given) : given
  if (data === undefined) return { problem: 'This is not JSON. Blocks are a JSON list.' }
  if (JSON.stringify(data).length > mostCharacters) {
    return { problem: `Blocks have at most ${mostCharacters.toLocaleString('en')} characters. Write less.` }
  }
  const checked = blocks.safeParse(data)
  if (checked.success && Array.isArray(data)) return { problem: null, blocks: data.filter(isBlock) }
  const [issue] = checked.error?.issues ?? []
  const [index, ...path] = issue?.path ?? []
  const place =
    index === undefined ? '' : `Block ${Number(index) + 1}${path.map((key) => `.${String(key)}`).join('')}: `
  return { problem: `${place}${issue?.message ?? 'These are no blocks.'}` }
}

function parsed(text: string): Json | undefined {
  try {
    return z.json().parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function isBlock(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
