const element = /"((?:[^"\\]|\\.)*)"|([^{},]+)/gs

/** Reads a one-dimensional `text[]` as PostgreSQL writes it: `{plain,"with, comma",NULL}`. */
export function readTextArray(written: string): (string | null)[] {
  return [...written.matchAll(element)].map(([, quoted, plain]) => {
    if (quoted !== undefined) return quoted.replace(/\\(.)/gs, '$1')
    return plain === 'NULL' || plain === undefined ? null : plain
  })
}
