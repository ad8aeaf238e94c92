import { describeApi } from '@/lib/services/http/describe-api'
import { routes } from '../_routes/routes'

export const dynamic = 'force-dynamic'

/** What the API can do, in OpenAPI 3.1, made of the routes themselves. Anyone may read it: it holds no data. */
export async function GET(): Promise<Response> {
  return Response.json(await describeApi(routes), { headers: { 'cache-control': 'no-store' } })
}
