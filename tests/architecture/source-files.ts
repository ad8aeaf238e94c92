import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

/** Every TypeScript file that git knows or would know, with what it imports: a path of this repository, or a package's name. */
export function sourceFiles(): readonly SourceFile[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return listed
    .split('\n')
    .filter((path) => path && existsSync(join(root, path)))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

const statement =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(statement)].map((match) => resolveImport(path, match[1] ?? match[2] ?? ''))
}

function resolveImport(path: string, name: string): string {
  const target = name.startsWith('@/')
    ? name.slice(2)
    : name.startsWith('.')
      ? join(dirname(path), name)
      : undefined
  if (target === undefined) return name
  const found = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => target + end)
    .find((file) => /\.\w+$/.test(file) && existsSync(join(root, file)))
  return relative('.', found ?? target)
}
