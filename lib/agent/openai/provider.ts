/** Where a model is, opened: the secret is in clear, so this is made just before a call and never stored. */
export type OpenProvider = {
  readonly api: 'responses' | 'chat'
  /** With its version part, as OpenAI clients are given it: `https://api.openai.com/v1`. */
  readonly baseUrl: string
  readonly apiKey: string | null
  readonly allowPrivate: boolean
  readonly simulated: boolean
  /** The guarded fetch: it decides which addresses may be reached. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>
}
