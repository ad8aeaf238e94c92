import { isHealthy } from '@/lib/services/health/is-healthy'

export const dynamic = 'force-dynamic'

/** Is the process up, and does the database answer it? */
export async function GET(): Promise<Response> {
  const healthy = await isHealthy()
  return Response.json(
    { status: healthy ? 'ok' : 'down' },
    { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
