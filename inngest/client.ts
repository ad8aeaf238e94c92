import { Inngest } from 'inngest'
import { engineMode } from '@/lib/env'
import { clientLog } from './client-log'
import { runnerFetch } from './embedded/this-runner'

/**
 * The one client. Without `INNGEST_*` variables its server is the embedded runner, reached by a `fetch` that never
 * leaves the process; with them the SDK reads its keys and address from the environment.
 */
export const inngest =
  engineMode() === 'embedded'
    ? new Inngest({
        id: 'handrail',
        isDev: true,
        baseUrl: 'http://embedded.local',
        fetch: runnerFetch,
        checkpointing: { bufferedSteps: 1, maxRuntime: 0 },
        logger: clientLog,
      })
    : new Inngest({
        id: 'handrail',
        checkpointing: { bufferedSteps: 1, maxRuntime: '5m' },
        logger: clientLog,
      })
