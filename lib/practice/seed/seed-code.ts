import { type Snapshot, withItems } from '../snapshot'
import { api } from './code/api'
import { handbook, mobile } from './code/mobile-and-handbook'
import type { RepositoryCode, SeedCommit, SeedPull } from './code/repository-code'
import { website } from './code/website'
import { people } from './people'
import type { Post } from './poster'

const repositories: readonly RepositoryCode[] = [website, api, mobile, handbook]

/** What is written is known by its id in the emulator: when it was written is set afterwards. */
export type SeededPulls = ReadonlyMap<string, SeedPull>

/** Lets the people of the practice company write their code: commits on `main`, and branches. */
export async function seedCode(post: Post, pathOf: (repo: string) => string): Promise<void> {
  for (const { repo, main, branches } of repositories) {
    const path = pathOf(repo)
    const tip = await commitAll(post, path, main, null)
    await post(main[0].author, `${path}/git/refs`, { ref: 'refs/heads/main', sha: tip.sha })
    for (const { name, commits } of branches) {
      const { sha } = await commitAll(post, path, commits, tip)
      await post(commits[0].author, `${path}/git/refs`, { ref: `refs/heads/${name}`, sha })
    }
  }
}

/** Opens the pull requests with their checks. After the issues, whose numbers they share. */
export async function seedPulls(post: Post, pathOf: (repo: string) => string): Promise<SeededPulls> {
  const seeded = new Map<string, SeedPull>()
  for (const { repo, branches } of repositories) {
    const path = pathOf(repo)
    for (const { name, pull } of branches) {
      if (!pull) continue
      const { title, body } = pull
      const opened = await post(pull.author, `${path}/pulls`, { title, body, head: name, base: 'main' })
      for (const { name: check, conclusion, summary } of pull.checks) {
        await post(pull.author, `${path}/check-runs`, {
          name: check,
          head_sha: opened.head.sha,
          status: 'completed',
          conclusion,
          output: { title: summary, summary },
        })
      }
      seeded.set(title, pull)
    }
  }
  return seeded
}

/** The workflows that can be started by hand: the emulator takes them from no file. */
export function withWorkflows(
  snapshot: Snapshot,
  repoIds: ReadonlyMap<string, number>,
  at: string,
): Snapshot {
  const items = repositories.flatMap(({ repo, workflows }) =>
    workflows.map(({ name, path }, index) => ({
      id: index + 1,
      node_id: `W_${index + 1}`,
      repo_id: repoIds.get(repo) ?? 0,
      name,
      path,
      state: 'active',
      badge_url: '',
      created_at: at,
      updated_at: at,
    })),
  )
  const collection = { items, autoId: items.length + 1, indexFields: ['repo_id'] }
  return { ...snapshot, collections: { ...snapshot.collections, 'github.workflows': collection } }
}

type Tip = { readonly sha: string; readonly tree: string }

async function commitAll(
  post: Post,
  path: string,
  commits: readonly SeedCommit[],
  base: Tip | null,
): Promise<Tip> {
  let tip = base
  for (const commit of commits) tip = await commitOne(post, path, commit, tip)
  if (!tip) throw new Error(`${path} has no commit.`)
  return tip
}

async function commitOne(post: Post, path: string, commit: SeedCommit, parent: Tip | null): Promise<Tip> {
  const { author, at, message, files } = commit
  const tree = await post(author, `${path}/git/trees`, {
    ...(parent ? { base_tree: parent.tree } : {}),
    tree: Object.entries(files).map(([file, content]) => ({
      path: file,
      mode: '100644',
      type: 'blob',
      content,
    })),
  })
  const name = people.find(({ login }) => login === author)?.name ?? author
  const written = await post(author, `${path}/git/commits`, {
    message,
    tree: tree.sha,
    parents: parent ? [parent.sha] : [],
    author: { name, email: `${author}@acme.example`, date: at },
  })
  return { sha: written.sha, tree: tree.sha }
}

/** Gives the pull requests the times at which they were opened, in their own list and among the issues. */
export function withPullTimes(snapshot: Snapshot, pulls: SeededPulls, at: (age: number) => string): Snapshot {
  return ['github.pull_requests', 'github.issues'].reduce(
    (changed, collection) =>
      withItems(changed, collection, (item) => {
        const isPull = collection === 'github.pull_requests' || item.is_pull_request === true
        const pull = isPull ? pulls.get(String(item.title)) : undefined
        return pull ? { ...item, created_at: at(pull.age), updated_at: at(pull.age) } : item
      }),
    snapshot,
  )
}
