import type { Tokens } from './emulated'

/** The emulator grants each token 5,000 requests an hour. Enough tokens, used in turn, are no limit. */
const requestsPerToken = 4_000
const tokensPerBot = 500

function tokenOf(login: string, index: number): string {
  return `internal-${login}-${index}`
}

/** The tokens that the emulator knows: none of them ever leaves this process. */
export function internalTokens(bot: string, others: readonly string[]): Tokens {
  const scopes = ['repo', 'user', 'admin:org']
  const forBot = Array.from({ length: tokensPerBot }, (_, index) => [
    tokenOf(bot, index),
    { login: bot, scopes },
  ])
  const forOthers = others.map((login) => [tokenOf(login, 0), { login, scopes }])
  return Object.fromEntries([...forBot, ...forOthers])
}

export function internalToken(login: string): string {
  return tokenOf(login, 0)
}

/** Gives the bot's next token. */
export function tokenWheel(bot: string): () => string {
  let requests = 0
  return () => {
    requests += 1
    return tokenOf(bot, Math.floor(requests / requestsPerToken) % tokensPerBot)
  }
}
