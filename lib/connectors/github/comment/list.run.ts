import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import { ownerAndRepo, toComment } from '../vendor'
import type { commentList } from './list'

export const behaviour: Behaviour<typeof commentList, Octokit> = {
  async run({ input: { repo, number, limit = 100 }, client }) {
    const { data } = await client.rest.issues.listComments({
      ...ownerAndRepo(repo),
      issue_number: number,
      per_page: limit,
    })
    const comments = z
      .array(z.unknown())
      .parse(data)
      .map((comment) => {
        const { comment_id, author, body, url, created_at } = toComment({ repo, number }, comment)
        return { comment_id, author, body, url, created_at }
      })
    return { comments, count: comments.length }
  },
}
