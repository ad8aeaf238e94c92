import type { ConsentDialect } from '../consent/dialect'

/** The simulated services, in the order in which practice shows them. */
export const serviceNames = ['github', 'slack', 'google', 'jira'] as const

export type ServiceName = (typeof serviceNames)[number]

/** One emulated service without a port of its own. What it remembers is plain data, which only it understands. */
export type Emulated = {
  handle(request: Request): Promise<Response>
  snapshot(): unknown
  /** Throws when the data is none of its own: then it is seeded anew. */
  restore(state: unknown): void
}

/** Everything that is particular to one simulated service: how it begins, and how it behaves at its door. */
export type PracticeService = {
  /** The service with its cast of people and nothing that they did yet. `baseUrl`: what its links begin with. */
  start(baseUrl: string): Promise<Emulated>
  /** Lets the people of the practice company do what they did before `now`. `baseUrl`: where it can be reached. */
  seed(emulated: Emulated, at: { readonly baseUrl: string; readonly now: number }): Promise<void>
  /** How the vendor says that a request shows no token, and that it shows a wrong one. */
  refuse(reason: 'no token' | 'bad token'): Response
  /**
   * The token under which a request that was let in is handed on, where the emulator has tokens of its own: the bot's,
   * or that of the person who consented.
   */
  insideToken?(login?: string): string
  /** How the vendor speaks about consent in the browser, where it knows it. */
  readonly consent?: ConsentDialect
  /** Requests that need no token, because their address is the permission. */
  isOpen?(request: Request): boolean
  isChange(request: Request): boolean
  /** The key that an effect left in this request; the front counts effects by it. */
  effectKey(request: {
    readonly body: string
    readonly headers: Headers
    readonly url: string
  }): string | null
}

/** The same thing for each service, all of them at once. */
export async function eachService<Value>(
  make: (service: ServiceName) => Promise<Value>,
): Promise<Readonly<Record<ServiceName, Value>>> {
  const [github, slack, google, jira] = await Promise.all([
    make('github'),
    make('slack'),
    make('google'),
    make('jira'),
  ])
  return { github, slack, google, jira }
}
