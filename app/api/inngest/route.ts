import type { NextRequest } from 'next/server'
import { engineMode } from '@/lib/env'

export const dynamic = 'force-dynamic'

/**
 * Where an Inngest server calls the functions; each call must be signed. In embedded mode there is nothing to reach:
 * that mode checks no signatures, so it must not be served, and none of it is even loaded.
 */
async function answer(request: NextRequest, context: unknown): Promise<Response> {
  if (engineMode() === 'embedded') return new Response(null, { status: 404 })
  const { serveFunctions } = await import('@/inngest/serve-functions')
  return await serveFunctions(request, context)
}

export { answer as GET, answer as POST, answer as PUT }
