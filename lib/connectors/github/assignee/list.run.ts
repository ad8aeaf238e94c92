import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { assigneeList } from './list'

const vendorPeople = z.array(z.object({ login: z.string() }))

export const behaviour: Behaviour<typeof assigneeList, Octokit> = {
  async run({ input: { repo }, client }) {
    const { data } = await client.rest.issues.listAssignees({ ...ownerAndRepo(repo), per_page: 100 })
    const people = vendorPeople.parse(data)
    return { people, count: people.length }
  },
}
