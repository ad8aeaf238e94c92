import 'server-only'
import pino, { type DestinationStream } from 'pino'
import { env } from '@/lib/env'
import { blankSecrets } from './blank-secrets'
import { currentLogScope } from './log-scope'

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
 * The log of the process: JSON lines on standard output. A line that is logged while a run is carried names it. Values
 * under names that hold secrets are blanked, and so is what looks like one in any text; an error is written with its code
 * and its already redacted detail.
 */
export function log(): pino.Logger {
  holder.handrailLog ??= newLog(env().HANDRAIL_LOG)
  return holder.handrailLog
}

export function newLog(level: string, destination?: DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ ...currentLogScope() }),
    redact: { paths: secretKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[redacted]' },
    hooks: { streamWrite: blankSecrets },
  }
  return destination ? pino(options, destination) : pino(options)
}
