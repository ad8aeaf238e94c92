import 'server-only'
import type { Octokit } from '@octokit/rest'
import { z } from 'zod'
import { HandrailError } from '../../../core/errors'
import type { Behaviour } from '../../contract'
import { ownerAndRepo } from '../vendor'
import type { fileGet } from './get'

const vendorFile = z.object({
  type: z.string(),
  size: z.number(),
  sha: z.string(),
  content: z.string().default(''),
  html_url: z.string().nullish(),
})

export const behaviour: Behaviour<typeof fileGet, Octokit> = {
  async run({ input: { repo, path, branch }, client }) {
    const place = { ...ownerAndRepo(repo), ...(branch ? { ref: branch } : {}) }
    const { data } = await client.rest.repos.getContent({ ...place, path })
    if (Array.isArray(data)) throw isFolder(path)
    const file = vendorFile.parse(data)
    const bytes = await bytesOf(client, repo, file)
    const text = bytes.includes(0) ? null : bytes.toString('utf8')
    return {
      repo,
      path,
      content: text ?? '',
      is_text: text !== null,
      byte_count: file.size,
      sha: file.sha,
      url: file.html_url ?? '',
    }
  },
}

/** Above a megabyte GitHub leaves the content out here, and gives it as a blob. */
async function bytesOf(client: Octokit, repo: string, file: z.infer<typeof vendorFile>): Promise<Buffer> {
  if (file.content || file.size === 0) return Buffer.from(file.content, 'base64')
  const { data } = await client.rest.git.getBlob({ ...ownerAndRepo(repo), file_sha: file.sha })
  return Buffer.from(z.object({ content: z.string() }).parse(data).content, 'base64')
}

function isFolder(path: string): HandrailError {
  return new HandrailError({
    code: 'invalid_input',
    who: 'user',
    retry: 'no',
    field: 'input.path',
    message: `“${path}” is a folder. Write the path of a file, or list the files of the folder.`,
  })
}
