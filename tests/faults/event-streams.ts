/** A page that watches a run: its answer's status, or 0 where the connection was refused or cut. */
export type Viewer = {
  readonly status: number
  /** How the stream ended. */
  readonly ended: Promise<'closed' | 'cut'>
  leave(): void
}

export async function watchRun(url: string, run: string, token: string): Promise<Viewer> {
  const leaving = new AbortController()
  const response = await fetch(`${url}/api/v1/runs/${run}/events`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
    signal: leaving.signal,
  }).catch(() => undefined)
  const ended = (async () => {
    try {
      const reader = response?.body?.getReader()
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read());
      return 'closed'
    } catch {
      return 'cut'
    }
  })()
  return { status: response?.status ?? 0, ended, leave: () => leaving.abort() }
}
