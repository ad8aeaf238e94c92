import { z } from 'zod'

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true')
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''))

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
  HANDRAIL_DATA_DIR: z.string().default('.data'),
  HANDRAIL_URL: url.default('http://localhost:3000'),
  HANDRAIL_OWNER_EMAIL: z.email().optional(),
  HANDRAIL_OWNER_PASSWORD: z.string().min(10, 'must have at least 10 characters').optional(),
  HANDRAIL_API_TOKEN: z.string().min(20, 'must have at least 20 characters').optional(),
  HANDRAIL_ENCRYPTION_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64'),
  /** The key before the present one: what it sealed still opens. */
  HANDRAIL_OLD_ENCRYPTION_KEY: z
    .base64()
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64')
    .optional(),
  NEXTAUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  /** Whoever sends it as a bearer token may read /metrics. Nobody may without one. */
  HANDRAIL_METRICS_TOKEN: z.string().min(20, 'must have at least 20 characters').optional(),
  HANDRAIL_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url.optional(),
  INNGEST_DEV: flag.optional(),
  INNGEST_BASE_URL: url.optional(),
  INNGEST_EVENT_KEY: z.string().optional(),
  INNGEST_SIGNING_KEY: z.string().optional(),
  HANDRAIL_GITHUB_URL: url.optional(),
  HANDRAIL_SLACK_URL: url.optional(),
  HANDRAIL_GOOGLE_URL: url.optional(),
  HANDRAIL_ATLASSIAN_URL: url.optional(),
  HANDRAIL_GITHUB_CLIENT_ID: z.string().optional(),
  HANDRAIL_GITHUB_CLIENT_SECRET: z.string().optional(),
  HANDRAIL_GOOGLE_CLIENT_ID: z.string().optional(),
  HANDRAIL_GOOGLE_CLIENT_SECRET: z.string().optional(),
  HANDRAIL_SLACK_CLIENT_ID: z.string().optional(),
  HANDRAIL_SLACK_CLIENT_SECRET: z.string().optional(),
  HANDRAIL_ATLASSIAN_CLIENT_ID: z.string().optional(),
  HANDRAIL_ATLASSIAN_CLIENT_SECRET: z.string().optional(),
})

export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/**
 * The environment, read once and checked. Throws one sentence a wrong variable, saying how to mend it. An empty
 * variable counts as not set. Call it when the value is needed, not while a module loads: a build has no database.
 */
export function env(): Env {
  parsed ??= readEnv(process.env)
  return parsed
}

/** Checks an environment. Throws a sentence for each wrong variable, and for those that do not go together. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const result = schema.safeParse(given(source))
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
    throw new Error(
      `The environment is not right. Mend these variables and start again:\n  ${lines.join('\n  ')}`,
    )
  }
  const value = result.data
  if (
    value.INNGEST_DEV &&
    !['localhost', '127.0.0.1', '[::1]'].includes(new URL(value.HANDRAIL_URL).hostname)
  ) {
    throw new Error(
      'INNGEST_DEV accepts unsigned calls, so it works only while HANDRAIL_URL is on this machine. Unset it.',
    )
  }
  return value
}

const engineVariables = schema.pick({ INNGEST_DEV: true, INNGEST_BASE_URL: true, INNGEST_EVENT_KEY: true })

/**
 * Are runs carried by the runner in this process, or by an Inngest server? It reads its own variables alone: the
 * client and its functions are made while modules load, and a build loads them without an environment.
 */
export function engineMode(
  value: z.infer<typeof engineVariables> = engineVariables.parse(given(process.env)),
): 'embedded' | 'inngest' {
  return value.INNGEST_DEV || value.INNGEST_BASE_URL || value.INNGEST_EVENT_KEY ? 'inngest' : 'embedded'
}

/** next-auth reads its own address from the environment: it is always ours. */
export function shareAddressWithNextAuth(): void {
  process.env.NEXTAUTH_URL = env().HANDRAIL_URL
}

const given = (source: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
