/** One meaningful edit: what stood before it, and what it was, in words ("Move 3 steps"). */
export type Entry<Present> = {
  readonly before: Present
  readonly label: string
  /** Edits of the same key close together are one entry: typing in one field. */
  readonly key: string | undefined
  readonly at: number
}

export type History<Present> = {
  readonly past: readonly Entry<Present>[]
  readonly future: readonly Entry<Present>[]
}

export type Step<Present> = {
  readonly history: History<Present>
  readonly present: Present
  readonly label: string
}

const limit = 200
const coalesceWithinMs = 1_200

export function emptyHistory<Present>(): History<Present> {
  return { past: [], future: [] }
}

/** Notes an edit that is about to replace `before`. What was undone can no longer be redone. */
export function record<Present>(
  history: History<Present>,
  edit: {
    readonly before: Present
    readonly label: string
    readonly key?: string | undefined
    readonly at: number
  },
): History<Present> {
  const last = history.past.at(-1)
  const continues =
    last !== undefined &&
    edit.key !== undefined &&
    last.key === edit.key &&
    edit.at - last.at < coalesceWithinMs &&
    history.future.length === 0
  const past = continues
    ? [...history.past.slice(0, -1), { ...last, at: edit.at }]
    : [...history.past, { before: edit.before, label: edit.label, key: edit.key, at: edit.at }].slice(-limit)
  return { past, future: [] }
}

/** Takes the last edit back. `null` when there is none. */
export function undo<Present>(history: History<Present>, present: Present): Step<Present> | null {
  const entry = history.past.at(-1)
  if (!entry) return null
  return {
    history: {
      past: history.past.slice(0, -1),
      future: [...history.future, { ...entry, before: present }],
    },
    present: entry.before,
    label: entry.label,
  }
}

/** Makes the last edit that was taken back again. `null` when there is none. */
export function redo<Present>(history: History<Present>, present: Present): Step<Present> | null {
  const entry = history.future.at(-1)
  if (!entry) return null
  return {
    history: {
      // The key is dropped: typing after a redo is an edit of its own.
      past: [...history.past, { ...entry, before: present, key: undefined }],
      future: history.future.slice(0, -1),
    },
    present: entry.before,
    label: entry.label,
  }
}
