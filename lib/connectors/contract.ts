import type { z } from 'zod'
import type { HandrailError } from '../core/errors'

/** What an action does outside: looks, changes what can be changed back, or does what cannot be undone. */
export type Effect = 'read' | 'write' | 'irreversible'

export type ActionId = string

/** How a call whose outcome is unknown is treated: see the ledger. */
export type Repeat = 'safe' | 'keyed' | 'lookup' | 'never'

/** What `.meta()` of an input field may say. The inspector's form and the agent's tool schema read it. */
export type FieldMeta = {
  readonly title: string
  readonly description?: string
  readonly control?: 'text' | 'long_text' | 'number' | 'toggle' | 'choice' | 'tags' | 'pairs' | 'json'
  readonly placeholder?: string
  /** A read action whose results are offered to choose from; `pickInput` maps sibling fields into its input. */
  readonly pick?: ActionId
  readonly pickInput?: Readonly<Record<string, string>>
  /** Says where an effect goes. An agent may not choose it unless the builder says so. */
  readonly destination?: boolean
  /**
   * Written by the builder, as it stands: nothing of a run and no agent ever gets into it. For what a far side reads as
   * a command (SQL); values go into fields of their own.
   */
  readonly literal?: boolean
}

declare module 'zod' {
  // So that a misspelt `control` or `pick` does not compile.
  interface GlobalMeta extends Partial<Omit<FieldMeta, 'title' | 'description'>> {}
}

export type Example<In, Out> = { readonly title: string; readonly input: In; readonly output: Out }

/** One thing a connector can do, as data that is safe in the browser. Its behaviour is a `*.run.ts` file beside it. */
export type Action<
  Id extends ActionId = ActionId,
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodType = z.ZodType,
> = {
  /** `connector.noun.verb`. Permanent: only ever superseded. */
  readonly id: Id
  readonly title: string
  /** One sentence for people. */
  readonly summary: string
  /** For models: when to choose it, what to check first. */
  readonly guidance: string
  readonly effect: Effect
  /** Does it reach people outside the workspace's own records (mail, message, comment)? */
  readonly outward: boolean
  /** May its output carry text that strangers wrote? */
  readonly trust: 'trusted' | 'untrusted'
  readonly repeat: Repeat
  /** Where the answer depends on the values; `repeat` is then the worst case. Ask through `repeatOf`. */
  repeatWith?(input: z.output<In>): Repeat
  readonly scopes: readonly string[]
  /** What `lookup` needs beyond `scopes`. */
  readonly lookupScopes?: readonly string[]
  readonly input: In
  readonly output: Out
  /**
   * One line, at most 120 characters, of what the call would do with these values. No I/O. `names` are what people
   * call values that were picked from a list, by field, where that is known.
   */
  preview(input: z.output<In>, names?: Readonly<Record<string, string>>): string
  readonly undo?: ActionId
  readonly examples: readonly [Example<z.input<In>, z.output<Out>>, ...Example<z.input<In>, z.output<Out>>[]]
  /** For actions that serve as a picker: how an output becomes choices. */
  choices?(output: z.output<Out>): readonly Choice[]
}

/**
 * Where definitions are looked up by their id. The registry is one; so is a `Map` in a test. Without `connectorOf`, the
 * connector is the first word of an action's id and needs a connection.
 */
export type ActionCatalog = {
  get(id: ActionId): Action | undefined
  connectorOf?(id: ActionId): Connector | undefined
  /** All ids, to find the one that was meant. */
  keys?(): Iterable<ActionId>
}

/** One entry of a picker. `value` goes into the field, `label` is shown. */
export type Choice = { readonly value: string; readonly label: string; readonly hint?: string }

/** An identity function whose worth is inference. */
export function defineAction<const Id extends ActionId, In extends z.ZodObject, Out extends z.ZodType>(
  action: Action<Id, In, Out>,
): Action<Id, In, Out> {
  return action
}

/** One thing a person fills in to make a connection. Secrets go in and never come out. */
export type ConnectionField = {
  readonly key: string
  readonly label: string
  readonly help?: string
  readonly secret: boolean
  readonly required: boolean
  readonly placeholder?: string
  /** What can be chosen, the usual first. Left out: typed freely. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** Takes more than one line, as a certificate does. */
  readonly isLong?: boolean
  /**
   * Only with one of these values of another field; `''` stands for none. A key may then stand several times, under
   * conditions that exclude each other.
   */
  readonly when?: { readonly key: string; readonly is: readonly string[] }
}

export type OAuthProviderId = 'github' | 'slack' | 'google' | 'atlassian'

/** A service at which people consent in the browser, as data: its addresses and where it differs from the others. */
export type OAuthProvider = {
  readonly id: OAuthProviderId
  readonly title: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  /** How it names itself in the answer (`iss`), where it does. */
  readonly issuer?: string
  /** Sent with a proof that whoever exchanges the code is who asked for it (S256). */
  readonly pkce: boolean
  /** Said beside the usual parameters, so that consent can be given again and for longer. */
  readonly parameters: Readonly<Record<string, string>>
  readonly scopeSeparator: ' ' | ','
  /** Asked for whatever the actions need; never shown as missing. */
  readonly lastingScopes: readonly string[]
  /** By scope, the scopes that it includes. */
  readonly includes: Readonly<Record<string, readonly string[]>>
  readonly tokenBody: 'form' | 'json'
  /** How a token is given back when its connection is removed; `null` where the service has no way. */
  readonly revoke: {
    readonly url: string
    readonly method: 'POST' | 'DELETE'
    readonly by: 'client' | 'bearer' | 'form'
  } | null
  /** Where people take the consent back by themselves. */
  readonly settingsUrl: string
}

/** A product: its actions and how one connects to it. `Connector` is data that is safe in the browser. */
export type Connector = {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** The name of an icon in `components/marks/connector-icon.tsx`. */
  readonly icon: string
  /** The hosts a connection of this connector may speak to; empty for connectors whose builder lists them. */
  readonly hosts: readonly string[]
  /** `optional`: its actions also run without a connection (HTTP). */
  readonly connection: 'required' | 'optional'
  readonly fields: readonly ConnectionField[]
  /** Where consent can be given in the browser instead; the access token is then the secret `token`. */
  readonly oauth?: OAuthProviderId
  /** The read action that proves a connection works. */
  readonly check?: ActionId
  readonly actions: readonly Action[]
}

/** A connection that has been opened for one call: what the services keep sealed stands here in clear. */
export type OpenConnection = {
  readonly id: string
  readonly connector: string
  /** For messages: “Reconnect “Acme GitHub” in Connections.” */
  readonly name?: string
  /** By the connector's field keys, as are `settings`. */
  readonly secret: Readonly<Record<string, string>>
  readonly settings: Readonly<Record<string, string>>
  /** Where the service is, when not at the vendor's own host. */
  readonly baseUrl: string | null
  readonly allowPrivate: boolean
  /** Handrail's own practice service stands at `baseUrl`. */
  readonly simulated: boolean
}

/** What a connector's client is made from: one client a call. */
export type ClientContext = {
  readonly action: Action
  readonly connection: OpenConnection | null
  /** The hosts that the builder wrote into the step; only for connectors without hosts of their own. */
  readonly hosts?: readonly string[]
  readonly signal: AbortSignal
  /** Names what was made from a secret, or given for it, so that it is concealed like the secret itself. */
  conceal?(secret: string): void
}

/** A connector's `client.ts`: the vendor's SDK, bound to connection and guard, and what its own errors mean. */
export type ConnectorClient<Client> = {
  open(context: ClientContext): Client
  /** Errors that are no failed request or status; those are explained by `lib/net` already. */
  explain?(error: unknown, context: ClientContext): HandrailError | undefined
}

/**
 * What a behaviour file receives: input that has been parsed, the vendor's SDK already bound to the connection, the
 * guarded network, the time limit and redaction, and a key that is the same for every repetition of this one call.
 */
export type RunCall<Client, In> = {
  readonly input: In
  readonly client: Client
  readonly idempotencyKey: string
  readonly signal: AbortSignal
}

export type RunAction<A extends Action, Client> = (
  call: RunCall<Client, z.output<A['input']>>,
) => Promise<z.input<A['output']>>

/** Finds what an earlier call with this key did, or `null` when it did nothing. Only for `repeat: 'lookup'`. */
export type LookupAction<A extends Action, Client> = (
  call: RunCall<Client, z.output<A['input']>>,
) => Promise<z.input<A['output']> | null>

/** The server half of an action, loaded when it is first used. */
export type Behaviour<A extends Action = Action, Client = unknown> = {
  readonly run: RunAction<A, Client>
  readonly lookup?: LookupAction<A, Client>
}
