import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { mutants } from './mutants'

const root = fileURLToPath(new URL('../../', import.meta.url))
const mutant = mutants[Number(process.env.HANDRAIL_MUTANT ?? '-1')]

/** The engine's properties with one rule changed as the files are read: no file is touched. */
export default defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform(code, id) {
        if (!mutant || !id.endsWith(mutant.file)) return undefined
        if (!code.includes(mutant.from)) throw new Error(`"${mutant.name}" changes text that is not there.`)
        return code.replace(mutant.from, mutant.to)
      },
    },
  ],
  resolve: { alias: { 'server-only': `${root}tests/support/server-only.ts`, '@/': root } },
  // What was read with another rule must not be taken for this one.
  test: { include: ['tests/unit/lib/engine/*.test.ts'], testTimeout: 20_000, fsModuleCache: false },
})
