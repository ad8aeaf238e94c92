import pg from 'pg'

const { builtins } = pg.types

const readers: Readonly<Record<number, (text: string) => unknown>> = {
  // As it was written, when a JavaScript number cannot hold it.
  [builtins.INT8]: (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text),
  // A day or a time of the wall has no zone: it stays the text that it is.
  [builtins.DATE]: (text) => text,
  [builtins.TIMESTAMP]: (text) => text.replace(' ', 'T'),
  [builtins.TIMESTAMPTZ]: (text) => momentIn(text),
  [builtins.INTERVAL]: (text) => text,
  // The bytes of a file are nothing to read: their number is.
  [builtins.BYTEA]: (text) => `(${Math.max(0, (text.length - 2) / 2)} bytes)`,
}

function momentIn(text: string): string {
  const moment = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString()
}

/** How columns become JSON: exact numbers stay text, moments are ISO 8601 in UTC. */
export const asJson: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    readers[oid] ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
}
