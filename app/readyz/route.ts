import { readiness } from '@/lib/services/health/readiness'

export const dynamic = 'force-dynamic'

/** May traffic come: are the tables there, and does the engine take work? */
export async function GET(): Promise<Response> {
  const parts = await readiness()
  const ready = Object.values(parts).every(Boolean)
  return Response.json(
    { status: ready ? 'ready' : 'not ready', ...parts },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
