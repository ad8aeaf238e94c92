import type { Inngest, InngestFunction } from 'inngest'

/** How many steps one run of `long-work` has: a line, a sleep, three parallel ones, an invoked line, an end. */
export const stepsOfLongWork = 6 + 3 + 3 + 1

/** A function with every kind of step, slow enough to be killed anywhere. Each step notes that it ran. */
export function longWork(client: Inngest, note: (step: string) => void): readonly InngestFunction.Any[] {
  const work = async (run: unknown, step: string) => {
    note(`${run} ${step}`)
    await new Promise((resolve) => setTimeout(resolve, 4))
    return step
  }
  const child = client.createFunction({ id: 'line', triggers: [] }, async ({ event, step }) => {
    const { run }: Record<string, unknown> = event.data
    const seen: unknown[] = []
    for (const id of ['x', 'y', 'z']) seen.push(await step.run(id, () => work(run, id)))
    return seen.join('')
  })
  const parent = client.createFunction(
    { id: 'long-work', triggers: { event: 'work' } },
    async ({ event, step }) => {
      const { run }: Record<string, unknown> = event.data
      const seen: unknown[] = []
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) seen.push(await step.run(id, () => work(run, id)))
      seen.push(...(await Promise.all(['p', 'q', 'r'].map((id) => step.run(id, () => work(run, id))))))
      await step.sleep('nap', '1s')
      seen.push(await step.invoke('line', { function: child, data: { run } }))
      seen.push(await step.run('end', () => work(run, 'end')))
      return seen.join('')
    },
  )
  // As a step that takes all memory: the process is gone before anybody can catch anything.
  const poison = client.createFunction({ id: 'poison', triggers: { event: 'poison' } }, async ({ step }) => {
    await step.run('bad', () => process.kill(process.pid, 'SIGKILL'))
  })
  return [child, parent, poison]
}
