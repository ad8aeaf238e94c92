import { randomBytes } from 'node:crypto'

/** What a simulated service granted to someone who consented. */
export type Grant = {
  readonly login: string
  readonly scopes: readonly string[]
  readonly access: string
  /** Milliseconds since 1970; null: it does not end. */
  readonly endsAt: number | null
  readonly refresh: string | null
}

export type Issue = {
  readonly login: string
  readonly scopes: readonly string[]
  /** Access tokens begin with it. */
  readonly prefix: string
  readonly seconds: number | null
  readonly refreshes: boolean
}

/** The tokens that a simulated service issued, and what became of them. It is kept in memory alone. */
export type TokenBook = {
  issue(issue: Issue): Grant
  find(access: string): {
    readonly status: 'good' | 'expired' | 'revoked' | 'unknown'
    readonly grant?: Grant
  }
  /** New tokens for a refresh token, or null when it is worth nothing. With `rotates` it is good once. */
  renew(refresh: string, rotates: boolean, prefix: string, seconds: number | null): Grant | null
  /** Ends a grant by any of its tokens. False: there is none. */
  revoke(token: string): boolean
  /** Lets every access token end now, as if its time were over. */
  expireAll(): void
  /** What is good now. */
  grants(): readonly Grant[]
}

type Entry = Grant & { readonly isRevoked: boolean; readonly isReplaced: boolean }

export function tokenBook(): TokenBook {
  let entries: Entry[] = []
  const change = (wanted: (entry: Entry) => boolean, changes: Partial<Entry>) => {
    entries = entries.map((entry) => (wanted(entry) ? { ...entry, ...changes } : entry))
  }
  const issue = ({ login, scopes, prefix, seconds, refreshes }: Issue): Grant => {
    const grant = {
      login,
      scopes,
      access: prefix + randomBytes(18).toString('base64url'),
      endsAt: seconds === null ? null : Date.now() + seconds * 1000,
      refresh: refreshes ? `refresh-${randomBytes(18).toString('base64url')}` : null,
    }
    entries.push({ ...grant, isRevoked: false, isReplaced: false })
    return grant
  }
  return {
    issue,
    find(access) {
      const grant = entries.find((entry) => entry.access === access)
      if (!grant) return { status: 'unknown' }
      if (grant.isRevoked) return { status: 'revoked', grant }
      const isOver = grant.endsAt !== null && grant.endsAt <= Date.now()
      return { status: isOver ? 'expired' : 'good', grant }
    },
    renew(refresh, rotates, prefix, seconds) {
      const old = entries.find((entry) => entry.refresh === refresh && !entry.isReplaced)
      if (!old || old.isRevoked) return null
      const { login, scopes } = old
      if (rotates) {
        // The old refresh token and the access token that it came with end together.
        change((entry) => entry.access === old.access, { isReplaced: true, isRevoked: true })
        return issue({ login, scopes, prefix, seconds, refreshes: true })
      }
      return issue({ login, scopes, prefix, seconds, refreshes: false })
    },
    revoke(token) {
      const isMeant = (entry: Entry) => entry.access === token || entry.refresh === token
      const isThere = entries.some(isMeant)
      change(isMeant, { isRevoked: true })
      return isThere
    },
    expireAll: () => change(({ endsAt }) => endsAt !== null, { endsAt: Date.now() - 1 }),
    grants: () => entries.filter(({ isRevoked }) => !isRevoked),
  }
}
