import { serve } from 'inngest/next'
import { NextRequest } from 'next/server'
import { env } from '@/lib/env'
import { log } from '@/lib/services/log'
import { inngest } from './client'
import { allFunctions } from './functions/all-functions'

const everyFewMinutes = 5 * 60_000

/**
 * Tells the Inngest server which functions there are and where, now and every few minutes: a server that was restarted
 * does not ask by itself. Returns how to stop.
 */
export function keepFunctionsRegistered(): () => void {
  const address = `${env().HANDRAIL_URL}/api/inngest`
  const handlers = serve({
    client: inngest,
    functions: allFunctions,
    serveOrigin: env().HANDRAIL_URL,
    servePath: '/api/inngest',
  })
  const register = async () => {
    const answer = await handlers.PUT(new NextRequest(address, { method: 'PUT' }), {})
    if (!answer.ok)
      log().warn({ status: answer.status }, 'The Inngest server could not be told the functions')
  }
  void register()
  const timer = setInterval(() => void register(), everyFewMinutes)
  timer.unref()
  return () => clearInterval(timer)
}
