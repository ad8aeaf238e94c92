const encoder = new TextEncoder()

/**
 * An upper guess at the tokens of a text, for reserving before a call. Bytes, not characters: scripts other than
 * Latin take about a token for each three bytes, and English takes fewer.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(encoder.encode(text).length / 3)
}
