import type { Emulated } from '../services/service'
import { assigneeRoutes } from './assignees'
import { codeSearchRoutes } from './code-search'
import { mergeRoutes } from './merges'
import { pullRoutes } from './pulls'
import { refRoutes } from './refs'
import type { Route } from './route'
import { statusRoutes } from './statuses'

const routes: readonly Route[] = [
  ...pullRoutes,
  ...mergeRoutes,
  ...refRoutes,
  ...statusRoutes,
  ...assigneeRoutes,
  ...codeSearchRoutes,
]

/** The emulated GitHub with what it lacks: it is asked where it knows enough, and answered for where it does not. */
export function completeGithub<Service extends Emulated>(emulated: Service): Service {
  const handle = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    for (const route of routes) {
      const found = request.method === route.method ? route.pattern.exec(pathname) : null
      if (!found) continue
      const [, repo = '', ...parts] = found
      const answer = await route.answer({
        // The body may be needed twice: here, and by the emulator.
        request: request.clone(),
        repo,
        parts: parts.map(decodeURIComponent),
        emulated,
        ask: (path, change) => emulated.handle(asking(request, path, change)),
      })
      if (answer) return answer
    }
    return emulated.handle(request)
  }
  return { ...emulated, handle }
}

function asking(
  { url, headers }: Request,
  path: string,
  change: { readonly method: string; readonly body: unknown } | undefined,
): Request {
  const authorization = headers.get('authorization') ?? ''
  return new Request(new URL(path, url), {
    method: change?.method ?? 'GET',
    headers: { authorization, 'content-type': 'application/json' },
    ...(change ? { body: JSON.stringify(change.body) } : {}),
  })
}
