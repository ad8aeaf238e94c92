import { serve } from 'inngest/next'
import type { NextRequest } from 'next/server'
import { env } from '@/lib/env'
import { inngest } from './client'
import { allFunctions } from './functions/all-functions'

const handlers = serve({
  client: inngest,
  functions: allFunctions,
  // Never the address of the request: who writes it could have the functions called at an address of theirs.
  serveOrigin: env().HANDRAIL_URL,
  servePath: '/api/inngest',
  enableUnauthedSync: false,
})

/** Answers a call of an Inngest server. The SDK checks the signature, except in development on this machine. */
export async function serveFunctions(request: NextRequest, context: unknown): Promise<Response> {
  switch (request.method) {
    case 'GET':
      return await handlers.GET(request, context)
    case 'PUT':
      return await handlers.PUT(request, context)
    default:
      return await handlers.POST(request, context)
  }
}
