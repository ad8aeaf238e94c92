import { z } from 'zod'
import { type EmulatedBuiltIn, emulate } from '../emulated'
import { internalTokens } from '../internal-token'
import type { Emulated } from '../services/service'
import { itemsOf, snapshotSchema, withItems } from '../snapshot'
import { issues, labels, repositories, type SeedIssue } from './issues'
import { botLogin, botName, people } from './people'
import { poster } from './poster'
import { seedCode, seedPulls, withPullTimes, withWorkflows } from './seed-code'

const organisation = 'acme'
const hour = 3_600_000

const config = {
  users: [
    { login: botLogin, name: botName, email: 'bot@acme.example' },
    ...people.map(({ login, name }) => ({ login, name, email: `${login}@acme.example`, company: 'Acme' })),
  ],
  orgs: [
    {
      login: organisation,
      name: 'Acme',
      description: 'Things for the kitchen and the garden',
      members: [botLogin, ...people.map(({ login }) => login)].map((login) => ({ login, role: 'admin' })),
    },
  ],
  // The first commit is the company's own: one that the emulator makes has another sha each time.
  repos: repositories.map((repository) => ({ owner: organisation, auto_init: false, ...repository })),
}

/** GitHub as the emulator makes it: with people and empty repositories. */
export function emulateGithub(baseUrl: string): Promise<EmulatedBuiltIn> {
  const tokens = internalTokens(
    botLogin,
    people.map(({ login }) => login),
  )
  return emulate('github', { baseUrl, seed: config, tokens })
}

/** Lets the people of the practice company write their code, issues and comments, at times before `now`. */
export async function seedGithub(
  emulated: Emulated,
  { baseUrl, now }: { baseUrl: string; now: number },
): Promise<void> {
  const post = poster(emulated, baseUrl)
  for (const { name } of repositories) {
    const path = pathOf(name)
    // The emulator lists for an account what it owns or works on, not what its organisation owns.
    await post(people[0].login, `${path}/collaborators/${botLogin}`, { permission: 'push' }, 'PUT')
    for (const label of labels) await post(botLogin, `${path}/labels`, label)
  }
  await seedCode(post, pathOf)
  const times = { issues: new Map<number, SeedIssue>(), comments: new Map<number, number>() }
  for (const issue of [...issues].sort((left, right) => right.age - left.age)) {
    const path = `${pathOf(issue.repo)}/issues`
    const { title, body } = issue
    const made = await post(issue.author, path, { title, body, labels: issue.labels })
    times.issues.set(made.id, issue)
    for (const comment of issue.comments ?? []) {
      const written = await post(comment.author, `${path}/${made.number}/comments`, { body: comment.body })
      times.comments.set(written.id, comment.age)
    }
    if (issue.closed) await post(issue.author, `${path}/${made.number}`, { state: 'closed' }, 'PATCH')
  }
  const pulls = await seedPulls(post, pathOf)
  const at = (age: number) => new Date(now - age * hour).toISOString().replace(/\.\d+Z$/, 'Z')
  let snapshot = withItems(snapshotSchema.parse(emulated.snapshot()), 'github.issues', (item) => {
    const issue = times.issues.get(Number(item.id))
    if (!issue) return item
    const last = Math.min(issue.age, ...(issue.comments ?? []).map(({ age }) => age))
    return {
      ...item,
      created_at: at(issue.age),
      updated_at: at(last),
      ...(issue.closed ? { closed_at: at(last) } : {}),
    }
  })
  snapshot = withItems(snapshot, 'github.comments', (item) => {
    const age = times.comments.get(Number(item.id))
    return age === undefined ? item : { ...item, created_at: at(age), updated_at: at(age) }
  })
  const repoIds = new Map(itemsOf(snapshot, 'github.repos', named).map(({ id, name }) => [name, id]))
  emulated.restore(withWorkflows(withPullTimes(snapshot, pulls, at), repoIds, at(900)))
}

const named = z.object({ id: z.number(), name: z.string() })

const pathOf = (repo: string) => `/repos/${organisation}/${repo}`
