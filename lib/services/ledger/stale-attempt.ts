/**
 * Thrown by an attempt that finds another one in its place (it was paused for longer than its lease). It must stop at
 * once and change nothing: the other one carries on.
 */
export class StaleAttempt extends Error {
  override readonly name = 'StaleAttempt'
  constructor() {
    super('Another attempt has taken this call over.')
  }
}
