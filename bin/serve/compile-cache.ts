import { enableCompileCache, flushCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/**
 * Has Node keep what it compiles, so that the next start need not compile it again. Where the folder cannot be written,
 * it does without.
 */
export function keepCompiled(): void {
  enableCompileCache(join(root, 'node_modules', '.cache', 'handrail-compiled'))
}

/** Writes down what was compiled so far. Left to itself, Node does so at its end, which a killed process never has. */
export const flushCompiled = (): void => flushCompileCache()
