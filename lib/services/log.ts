import 'server-only'
import pino from 'pino'
import { env } from '@/lib/env'

const secretKeys = [
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'token',
  'apiKey',
  'accessToken',
  'authorization',
  'cookie',
  'key',
]

const holder = globalThis as { handrailLog?: pino.Logger }

/**
 * The log of the process: JSON lines on standard output. Values under names that hold secrets are blanked, and an
 * error is written with its code and its already redacted detail.
 */
export function log(): pino.Logger {
  holder.handrailLog ??= pino({
    level: env().HANDRAIL_LOG,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
  })
  return holder.handrailLog
}
