import { randomBytes } from 'node:crypto'
import { type NextRequest, NextResponse } from 'next/server'
import { env } from './lib/env'
import { securityHeaders } from './lib/services/http/security-headers'

/**
 * Puts the security headers on every answer. Pages get a content policy with a nonce of their own: only scripts that
 * we send run, and Next.js finds the nonce in the request's header and puts it on the scripts that it writes.
 */
export function proxy(request: NextRequest): NextResponse {
  const isPage = !/^\/(api|hooks|oauth|healthz|readyz|metrics)(\/|$)/.test(request.nextUrl.pathname)
  const nonce = randomBytes(16).toString('base64')
  const headers = new Headers(request.headers)
  // What a browser sends under these names is not ours.
  headers.delete('x-nonce')
  headers.delete('content-security-policy')
  if (isPage) {
    headers.set('x-nonce', nonce)
    headers.set('content-security-policy', pagePolicy(nonce))
  }
  const response = NextResponse.next({ request: { headers } })
  for (const [name, value] of Object.entries(securityHeaders())) response.headers.set(name, value)
  if (isPage) response.headers.set('content-security-policy', pagePolicy(nonce))
  return response
}

export const config = { matcher: '/((?!_next/static|_next/image).*)' }

function pagePolicy(nonce: string): string {
  const isDevelopment = env().NODE_ENV === 'development'
  return [
    "default-src 'self'",
    // In development React rebuilds stacks with eval.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Positions and sizes on the canvas are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
