import { serve } from 'inngest/next'
import { NextRequest } from 'next/server'
import { env } from '@/lib/env'
import { log } from '@/lib/services/log'
import { inngest } from './client'
import { allFunctions } from './functions/all-functions'

const everyFewMinutes = 5 * 60_000
const soon = 5_000

/**
 * Tells the Inngest server which functions there are and where: now, again soon when that did not succeed, and every few
 * minutes, because a server that was restarted does not ask by itself and would plan no schedules. Returns how to stop.
 */
export function keepFunctionsRegistered(): () => void {
  const address = `${env().HANDRAIL_URL}/api/inngest`
  const handlers = serve({
    client: inngest,
    functions: allFunctions,
    serveOrigin: env().HANDRAIL_URL,
    servePath: '/api/inngest',
  })
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const register = async () => {
    const succeeded = await handlers
      .PUT(new NextRequest(address, { method: 'PUT' }), {})
      .then(wasTaken, (error: unknown) => note(String(error)))
    if (!isStopped) timer = setTimeout(() => void register(), succeeded ? everyFewMinutes : soon).unref()
  }
  void register()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

async function wasTaken(answer: Response): Promise<boolean> {
  return answer.ok || note(await answer.text())
}

function note(answer: string): false {
  log().warn({ answer }, 'The Inngest server could not be told the functions; it is told again soon')
  return false
}
