import 'server-only'
import type { Octokit } from '@octokit/rest'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import { ownerAndRepo, toIssue } from '../vendor'
import type { issueAssign } from './assign'

export const behaviour: Behaviour<typeof issueAssign, Octokit> = {
  async run({ input: { repo, number, people }, client }) {
    const place = { ...ownerAndRepo(repo), issue_number: number }
    const before = toIssue(repo, (await client.rest.issues.get(place)).data).assignees
    if (isIn(people, before)) return { repo, number, assignees: before }
    const { data } = await client.rest.issues.addAssignees({ ...place, assignees: people })
    const { assignees } = toIssue(repo, data)
    // GitHub leaves out, without a word, who may not be assigned.
    if (!people.some((person) => isIn([person], assignees))) throw mayNot(people)
    return { repo, number, assignees }
  },
}

function isIn(people: readonly string[], assignees: readonly string[]): boolean {
  const present = new Set(assignees.map((login) => login.toLowerCase()))
  return people.every((login) => present.has(login.toLowerCase()))
}

function mayNot(people: readonly string[]): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.people',
    message: `GitHub assigns nothing in this repository to ${people.join(', ')}. Choose people who work in it.`,
  })
}
