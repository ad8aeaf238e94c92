import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { accountGet } from './get'

const vendorUser = z.object({ login: z.string(), name: z.string().nullish(), html_url: z.string() })

export const behaviour: Behaviour<typeof accountGet, Octokit> = {
  async run({ client }) {
    const { data } = await client.rest.users.getAuthenticated()
    const { login, name, html_url } = vendorUser.parse(data)
    return { login, name: name || login, url: html_url }
  },
}
