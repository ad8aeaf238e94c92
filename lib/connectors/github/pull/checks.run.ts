import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { ownerAndRepo } from '../vendor'

export type Check = {
  readonly name: string
  readonly state: 'passed' | 'failed' | 'running'
  readonly summary: string
  readonly url: string
}

const vendorRuns = z.object({
  check_runs: z.array(
    z.object({
      name: z.string(),
      conclusion: z.string().nullish(),
      html_url: z.string().nullish(),
      output: z.object({ title: z.string().nullish() }).nullish(),
    }),
  ),
})

const vendorStatus = z.object({
  statuses: z.array(
    z.object({
      context: z.string(),
      state: z.string(),
      description: z.string().nullish(),
      target_url: z.string().nullish(),
    }),
  ),
})

/** What the checks of a commit say: GitHub has them in two forms, check runs and the older statuses. */
export async function checksOf(
  client: Octokit,
  { repo, sha }: { readonly repo: string; readonly sha: string },
): Promise<readonly Check[]> {
  const place = { ...ownerAndRepo(repo), ref: sha, per_page: 100 }
  const [runs, status] = await Promise.all([
    client.rest.checks.listForRef(place),
    client.rest.repos.getCombinedStatusForRef(place),
  ])
  return [
    ...vendorRuns.parse(runs.data).check_runs.map(({ name, conclusion, html_url, output }) => ({
      name,
      state: stateOf(conclusion),
      summary: shorten(output?.title ?? '', 300),
      url: html_url ?? '',
    })),
    ...vendorStatus.parse(status.data).statuses.map(({ context, state, description, target_url }) => ({
      name: context,
      state: stateOf(state === 'pending' ? null : state),
      summary: shorten(description ?? '', 300),
      url: target_url ?? '',
    })),
  ]
}

export function stateOfAll(checks: readonly Check[]): Check['state'] | 'none' {
  if (checks.length === 0) return 'none'
  if (checks.some(({ state }) => state === 'failed')) return 'failed'
  return checks.some(({ state }) => state === 'running') ? 'running' : 'passed'
}

function stateOf(conclusion: string | null | undefined): Check['state'] {
  if (!conclusion) return 'running'
  return ['success', 'neutral', 'skipped'].includes(conclusion) ? 'passed' : 'failed'
}
