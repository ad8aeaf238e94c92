import { HandrailError } from '../../lib/core/errors'

/** Where a page of a list ends: the moment and id of its last row, newest first. */
export type Cursor = { readonly at: Date; readonly id: string }

function encodeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')
}

/** Reads a cursor that came from outside. Throws `bad_request` for what `encodeCursor` did not make. */
export function decodeCursor(text: string): Cursor {
  const [stamp = '', id = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ')
  const at = new Date(stamp)
  if (Number.isNaN(at.getTime()) || !/^[a-z]{3}_[0-9a-z]{1,60}$/.test(id)) {
    throw new HandrailError({
      code: 'bad_request',
      who: 'user',
      retry: 'no',
      message: 'This cursor is not one of ours. Start again without it.',
      field: 'cursor',
    })
  }
  return { at, id }
}

/** Cuts a list of `limit + 1` rows into a page and the cursor of the next one. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  { limit, cursorOf, view }: { limit: number; cursorOf: (row: Row) => Cursor; view: (row: Row) => Item },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(view),
    next: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  }
}
