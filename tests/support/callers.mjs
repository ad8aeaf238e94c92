import { Pool } from 'undici'

// So many callers, each of whom calls again as soon as it was answered: on connections of their own that stay open.

process.once('message', async (message) => {
  const {
    url,
    callers,
    seconds,
    count = Number.POSITIVE_INFINITY,
    body,
    method = 'POST',
    headers,
  } = JSON.parse(message)
  const { origin, pathname, search } = new URL(url)
  const pool = new Pool(origin, { connections: callers, pipelining: 1 })
  const latencies = []
  const statuses = {}
  const begun = performance.now()
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : begun + seconds * 1000
  let asked = 0
  const caller = async () => {
    while (performance.now() < until && asked < count) {
      asked++
      const sent = performance.now()
      const answer = await pool.request({
        path: pathname + search,
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      })
      await answer.body.dump({ limit: 50_000_000 })
      latencies.push(performance.now() - sent)
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: callers }, caller))
  const took = (performance.now() - begun) / 1000
  await pool.close()
  process.send(JSON.stringify({ seconds: took, statuses, latencies }))
})
