/** One commit of the practice company. Times are fixed, so that each commit's sha is the same everywhere. */
export type SeedCommit = {
  readonly author: string
  readonly at: string
  readonly message: string
  /** By path, the whole file. */
  readonly files: Readonly<Record<string, string>>
}

export type SeedPull = {
  readonly author: string
  /** Hours before the first start. */
  readonly age: number
  readonly title: string
  readonly body: string
  readonly checks: readonly {
    readonly name: string
    readonly conclusion: 'success' | 'failure'
    readonly summary: string
  }[]
}

/** What stands in a repository: the commits of `main`, oldest first, and branches that begin at its end. */
export type RepositoryCode = {
  readonly repo: string
  readonly main: readonly [SeedCommit, ...SeedCommit[]]
  readonly branches: readonly {
    readonly name: string
    readonly commits: readonly [SeedCommit, ...SeedCommit[]]
    readonly pull?: SeedPull
  }[]
  /** Files under `.github/workflows` that can be started by hand. */
  readonly workflows: readonly { readonly name: string; readonly path: string }[]
}
