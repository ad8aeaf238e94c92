/** Where one call may go and how much it may take. With neither list, any public host. */
export type NetPolicy = {
  /** Exact origins that may be reached whatever their address: emulators, and what the operator set. */
  readonly allowedOrigins?: readonly string[]
  /** Hosts that may be reached, at public addresses unless `allowPrivate`. */
  readonly allowHosts?: readonly string[]
  /** Opens private, loopback and provider networks; never link-local and the like. */
  readonly allowPrivate?: boolean
  /** Most bytes of an answer, after decompression. */
  readonly maxBytes?: number
  /** Left out, the signal alone sets the limit; without a signal, 30 s. */
  readonly timeoutMs?: number
  readonly signal?: AbortSignal
  /** The call does no harm when it is made twice, whatever its method. Left out, the method tells. */
  readonly isSafe?: boolean
}

export const defaultMaxBytes = 10_000_000
export const defaultTimeoutMs = 30_000
export const maximumRedirects = 5
/** Longer than any step's own limit is useful. */
export const longestTimeoutMs = 3_600_000
