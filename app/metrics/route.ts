import { mayReadMetrics, metrics } from '@/lib/services/health/metrics'

export const dynamic = 'force-dynamic'

/** Figures for a Prometheus that has the operator's token. Without a token of the operator's there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  const verdict = mayReadMetrics(request.headers.get('authorization'))
  if (verdict === 'off') return new Response('Not found\n', { status: 404 })
  if (verdict === 'no') {
    return new Response('Send the value of HANDRAIL_METRICS_TOKEN as a bearer token.\n', {
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
    })
  }
  const { contentType, text } = await metrics()
  return new Response(text, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } })
}
