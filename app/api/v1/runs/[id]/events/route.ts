import { z } from 'zod'
import { eventStream } from '@/lib/services/http/event-stream'
import { runParam } from '@/lib/services/http/params'
import { memberRoute } from '@/lib/services/http/route'
import { getRun } from '@/lib/services/runs/get-run'
import { runEvents } from '@/lib/services/runs/watch/run-events'
import { actorFromRequest } from '@/lib/services/session/actor-from-request'

export const GET = memberRoute({
  summary: 'How a run stands, told whenever it changes (server-sent events)',
  permission: 'run.read',
  params: z.object({ id: runParam }),
  answer: 'stream',
  handler: async ({ actor, params, request }) => {
    // A run that is not there is answered with a problem, not with an empty stream.
    await getRun(actor, params.id)
    return eventStream(request, {
      values: (signal) => runEvents(actor, params.id, signal),
      idOf: (change) => String(change.revision),
      stillAllowed: () => actorFromRequest(request),
    })
  },
})
