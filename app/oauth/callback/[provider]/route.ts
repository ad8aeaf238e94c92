import { env } from '@/lib/env'
import { finishConsent } from '@/lib/services/connections/oauth/finish-consent'
import { sessionOf } from '@/lib/services/session/check-session'

type Context = { params: Promise<{ provider: string }> }

/** Where a service sends people back to. It answers nothing itself: it leads on to a page that says what came of it. */
export async function GET(request: Request, context: Context): Promise<Response> {
  const { provider } = await context.params
  const query = new URL(request.url).searchParams
  const finished = await finishConsent({ provider, query, session: await sessionOf(request) })
  const path =
    finished.status === 'connected'
      ? `/w/${finished.slug}/connections/${finished.connectionId}?connected`
      : `/connect-problem?${new URLSearchParams({
          why: finished.problem,
          service: provider,
          ...(finished.slug ? { workspace: finished.slug } : {}),
        })}`
  return new Response(null, {
    status: 303,
    headers: {
      location: env().HANDRAIL_URL + path,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  })
}
