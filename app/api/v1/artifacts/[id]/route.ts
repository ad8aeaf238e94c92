import { z } from 'zod'
import { artifactParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { getArtifact } from '@/lib/services/runs/get-artifact'

export const GET = memberRoute({
  summary: 'A value too large to ride along with its run',
  permission: 'run.read',
  params: z.object({ id: artifactParam }),
  answer: 'stream',
  handler: async ({ actor, params }) => {
    const { id, contentType, body } = await getArtifact(actor, params.id)
    // It may hold text that strangers wrote: a browser keeps it as a file and shows nothing of it as a page.
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': contentType,
        'content-disposition': `attachment; filename="${id}.json"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      },
    })
  },
})
