import 'server-only'
import { z } from 'zod'
import type { Behaviour } from '../../contract'
import type { GoogleClient } from '../client'
import type { fileGet } from './file-get'
import { fileFields, toFile } from './vendor'

const details = z.object({
  description: z.string().default(''),
  size: z.string().optional(),
  createdTime: z.string(),
  modifiedTime: z.string(),
  // Files of shared drives have none.
  owners: z.array(z.object({ emailAddress: z.string().optional() })).default([]),
})

export const behaviour: Behaviour<typeof fileGet, GoogleClient> = {
  async run({ input: { file: fileId }, client }) {
    const { data } = await (await client.drive()).files.get({
      fileId,
      fields: `${fileFields},description,size,createdTime,modifiedTime,owners(emailAddress)`,
      supportsAllDrives: true,
    })
    const { description, size, owners, createdTime, modifiedTime } = details.parse(data)
    return {
      ...toFile(data),
      description,
      byte_count: size === undefined ? null : Number(size),
      owner: owners[0]?.emailAddress ?? '',
      created_at: createdTime,
      modified_at: modifiedTime,
    }
  },
}
