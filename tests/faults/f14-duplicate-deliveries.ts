import { doubledIn, effectsIn, type Finding } from './report'
import { publish, settle } from './workload'
import { must, type World } from './world'

const copies = 100

/** F14: each delivery of a webhook comes a hundred times at once, and again once its run has ended. */
export async function duplicateDeliveries(
  world: World,
  deliveries: number,
  say: (line: string) => void,
): Promise<Finding> {
  const workflow = await publish(world, 'F14', {
    schema: 1,
    nodes: [
      { id: 'called', type: 'trigger.webhook', config: {} },
      {
        id: 'tell',
        type: 'action',
        action: 'slack.message.post',
        connection: world.connections.slack,
        input: { channel: { value: 'C000000001' }, text: { text: 'Delivery {{ called.body.n }}' } },
      },
    ],
    edges: [{ from: 'called', exit: 'out', to: 'tell' }],
  })
  const before = await world.far.effects()
  const url = String(must(await world.api.get(`/workflows/${workflow}`)).webhooks.called)
  const wrong: string[] = []
  const deliver = async (n: number) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-github-delivery': `${workflow}-${n}` },
      body: JSON.stringify({ n }),
    })
    const text = await response.text()
    return { status: response.status, id: response.ok ? String(JSON.parse(text).id) : text.slice(0, 100) }
  }
  const runs: string[] = []
  let limited = 0
  for (let n = 0; n < deliveries; n++) {
    const answers = await Promise.all(Array.from({ length: copies }, () => deliver(n)))
    const ids = new Set(answers.filter(({ status }) => status < 300).map(({ id }) => id))
    limited += answers.filter(({ status }) => status === 429).length
    const others = answers.filter(({ status }) => status >= 300 && status !== 429)
    if (ids.size !== 1 || others.length > 0)
      wrong.push(`delivery ${n}: ${[...ids, ...others.map((o) => o.id)]}`)
    runs.push(...ids)
  }
  const settled = await settle(world, runs)
  const again = await deliver(0)
  if (again.status < 300 && again.id !== runs[0]) wrong.push(`a delivery that came later started ${again.id}`)
  const [row] = await world.sql<{ count: number }[]>`
    select count(*)::int as count from runs where workflow_id = ${workflow}`
  const after = await world.far.effects()
  const effects = effectsIn(after) - effectsIn(before)
  say(`F14: ${deliveries} deliveries, ${copies} times each, started ${row?.count} runs`)
  return {
    id: 'F14',
    what: `each webhook delivery ${copies} times at once, and again later`,
    n: deliveries,
    lost: Math.max(0, deliveries - effects),
    doubled: doubledIn(after) - doubledIn(before) + Math.max(0, (row?.count ?? 0) - deliveries),
    failed: [...wrong, ...settled.failed],
    unknown: settled.unknown,
    recoveries: [],
    notes: [
      `${row?.count} runs, ${effects} messages${limited ? `, ${limited} copies answered 429` : ''}; days between copies are not waited for: the run's id is made of the delivery's`,
    ],
  }
}
