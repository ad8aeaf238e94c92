import { maximumDocumentBytes } from '../document'

/** Deeper than any workflow that people draw, and shallow enough for every walk that follows. */
const maximumDepth = 64

/**
 * Is this plain data of a bearable size? Walks without recursion and stops as soon as it is not, so that it is safe
 * on anything: circles, a million brackets, shared parts that unfold without end.
 */
export function measure(input: unknown): 'fine' | 'too_large' | 'too_deep' {
  const open: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }]
  let bytes = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    if (depth > maximumDepth) return 'too_deep'
    if (Array.isArray(value)) {
      bytes += value.length + 2
      if (bytes > maximumDocumentBytes) return 'too_large'
      for (const item of value) open.push({ value: item, depth: depth + 1 })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        bytes += key.length + 4
        if (bytes > maximumDocumentBytes) return 'too_large'
        open.push({ value: item, depth: depth + 1 })
      }
    } else {
      bytes += typeof value === 'string' ? byteLength(value) + 2 : 4
    }
    if (bytes > maximumDocumentBytes) return 'too_large'
  }
  return 'fine'
}

function byteLength(text: string): number {
  return text.length > maximumDocumentBytes ? text.length : new TextEncoder().encode(text).length
}
