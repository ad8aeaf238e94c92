import { HandrailError } from '../../core/errors'
import type { Json } from '../../core/json'
import { readBlocks } from './blocks'
import { hasImage, plainBlocks } from './plain-blocks'
import { plainMentions } from './plain-mentions'

type Block = { type: string }

/** What a message says, as it may leave: calling nobody and fetching nothing unless the builder wants it. */
export function toWords(input: {
  readonly text: string
  readonly blocks?: Json | undefined
  readonly mentions?: boolean | undefined
  readonly images?: boolean | undefined
}): { readonly text: string; readonly blocks?: Block[] } {
  const text = plainMentions(input.text, input.mentions)
  if (input.blocks === undefined) return { text }
  const read = readBlocks(input.blocks)
  if (read.problem !== null) throw wrongBlocks(read.problem)
  if (!input.images && hasImage(read.blocks)) {
    throw wrongBlocks('There is an image among the blocks. Switch “Allow images” on, or take it out.')
  }
  const blocks = input.mentions ? read.blocks : plainBlocks(read.blocks)
  return { text, blocks: Array.isArray(blocks) ? blocks.filter(isBlock) : [] }
}

function isBlock(value: unknown): value is Block {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function wrongBlocks(message: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.blocks',
    message,
  })
}
