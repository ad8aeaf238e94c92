import { z } from 'zod'
import type { PracticeFile } from '../../workflow/views/practice-code-view'
import { itemsOf, type Snapshot } from '../snapshot'

const entry = z.object({ path: z.string(), type: z.string(), sha: z.string() })
const tree = z.object({ repo_id: z.number(), sha: z.string(), tree: z.array(entry) })
const blob = z.object({ repo_id: z.number(), sha: z.string(), content: z.string(), encoding: z.string() })
const commit = z.object({
  repo_id: z.number(),
  sha: z.string(),
  message: z.string(),
  author_name: z.string(),
  author_date: z.string(),
  tree_sha: z.string(),
  parent_shas: z.array(z.string()),
})

export type GitCommit = z.infer<typeof commit>

/** The commits of one repository and in which files two of them differ. */
export type GitFiles = {
  commit(sha: string): GitCommit | undefined
  /** In what `head` differs from where it left `base`. */
  changes(base: string, head: string): PracticeFile[]
}

const mostText = 4_000

export function gitFiles(snapshot: Snapshot, repoId: number): GitFiles {
  const ofRepo = <Item extends { repo_id: number; sha: string }>(
    collection: string,
    schema: z.ZodType<Item>,
  ) =>
    new Map(
      itemsOf(snapshot, collection, schema)
        .filter(({ repo_id }) => repo_id === repoId)
        .map((item) => [item.sha, item]),
    )
  const commits = ofRepo('github.commits', commit)
  const trees = ofRepo('github.trees', tree)
  const blobs = ofRepo('github.blobs', blob)

  const filesOf = (treeSha: string, folder = ''): [string, string][] =>
    (trees.get(treeSha)?.tree ?? []).flatMap(({ path, type, sha }) =>
      type === 'tree'
        ? filesOf(sha, `${folder}${path}/`)
        : [[`${folder}${path}`, sha] satisfies [string, string]],
    )
  const filesAt = (sha: string) => new Map(filesOf(commits.get(sha)?.tree_sha ?? ''))
  const textOf = (sha: string) => {
    const found = blobs.get(sha)
    if (!found) return ''
    const text =
      found.encoding === 'base64' ? Buffer.from(found.content, 'base64').toString('utf8') : found.content
    return text.slice(0, mostText)
  }
  const ancestors = (sha: string): string[] => {
    const seen = new Set<string>()
    const next = [sha]
    for (let each = next.shift(); each !== undefined; each = next.shift()) {
      if (seen.has(each)) continue
      seen.add(each)
      next.push(...(commits.get(each)?.parent_shas ?? []))
    }
    return [...seen]
  }

  return {
    commit: (sha) => commits.get(sha),
    changes(base, head) {
      const known = new Set(ancestors(base))
      const before = filesAt(ancestors(head).find((sha) => known.has(sha)) ?? base)
      const after = filesAt(head)
      const changed = [...after].flatMap(([path, sha]): PracticeFile[] =>
        before.get(path) === sha
          ? []
          : [{ path, change: before.has(path) ? 'modified' : 'added', text: textOf(sha) }],
      )
      const removed = [...before.keys()].flatMap((path): PracticeFile[] =>
        after.has(path) ? [] : [{ path, change: 'removed', text: '' }],
      )
      return [...changed, ...removed].sort((left, right) => left.path.localeCompare(right.path))
    },
  }
}
