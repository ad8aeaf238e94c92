import { type Inngest, type InngestFunction, NonRetriableError, RetryAfterError } from 'inngest'

/** What the functions below note while they run: by the `case` of the event that started them. */
export type Journal = {
  note(name: unknown, what: unknown): void
  of(name: string): readonly unknown[]
}

export function newJournal(): Journal {
  const notes = new Map<unknown, unknown[]>()
  return {
    note: (name, what) => {
      const known = notes.get(name)
      if (known) known.push(what)
      else notes.set(name, [what])
    },
    of: (name) => notes.get(name) ?? [],
  }
}

/** Functions whose behaviour must be the same on every server. Each notes what it does, and at last its result. */
export function conformanceFunctions(client: Inngest, { note }: Journal): readonly InngestFunction.Any[] {
  const soon = (message: string) => new RetryAfterError(message, 1_000)

  const line = client.createFunction(
    { id: 'line', retries: 4, triggers: { event: 'c/line' } },
    async ({ event, step, attempt }) => {
      await step.run('a', () => {
        note(event.data.case, `a${attempt}`)
        if (attempt < 2) throw soon('not yet')
      })
      await step.run('b', () => note(event.data.case, `b${attempt}`))
      note(event.data.case, 'end')
    },
  )
  const caught = client.createFunction(
    { id: 'caught', retries: 4, triggers: { event: 'c/caught' } },
    async ({ event, step }) => {
      const result = await step
        .run('a', () => {
          note(event.data.case, 'a')
          throw new NonRetriableError('no use')
        })
        .catch((error: unknown) => (error instanceof Error ? error.message : ''))
      note(event.data.case, { caught: result })
    },
  )
  const child = client.createFunction({ id: 'child', retries: 0, triggers: [] }, async ({ event, step }) => {
    const { fails }: Record<string, unknown> = event.data
    if (fails) throw new NonRetriableError('the child fails')
    return await step.run('x', () => 'from the child')
  })
  const parent = client.createFunction(
    { id: 'parent', retries: 0, triggers: { event: 'c/parent' } },
    async ({ event, step }) => {
      const good = await step.invoke('good', { function: child, data: { fails: false } })
      const bad = await step
        .invoke('bad', { function: child, data: { fails: true } })
        .catch((error: unknown) => (error instanceof Error ? error.message : ''))
      note(event.data.case, { good, bad })
    },
  )
  const sleeper = client.createFunction(
    { id: 'sleeper', triggers: { event: 'c/sleep' } },
    async ({ event, step }) => {
      const before = await step.run('before', () => Date.now())
      await step.sleep('nap', '1s')
      const after = await step.run('after', () => Date.now())
      note(event.data.case, { early: after - before < 1_000 })
    },
  )
  const waiter = client.createFunction(
    { id: 'waiter', triggers: { event: 'c/wait' } },
    async ({ event, step }) => {
      const wait = step.waitForEvent('wait', {
        event: 'c/answer',
        timeout: String(event.data.timeout),
        match: 'data.case',
      })
      const sent = step.run('open', () => note(event.data.case, 'open'))
      const [got] = await Promise.all([wait, sent])
      note(event.data.case, { got: got ? got.data.said : null })
    },
  )
  const signalled = client.createFunction(
    { id: 'signalled', triggers: { event: 'c/signal' } },
    async ({ event, step }) => {
      const wait = step.waitForSignal('wait', {
        signal: String(event.data.case),
        timeout: '1h',
        onConflict: 'fail',
      })
      const opened = step.run('open', () => note(event.data.case, 'open'))
      const [got] = await Promise.all([wait, opened])
      note(event.data.case, { got: got?.data ?? null })
    },
  )
  const fan = client.createFunction({ id: 'fan', triggers: { event: 'c/fan' } }, async ({ event, step }) => {
    const run = (id: string) =>
      step.run(id, () => {
        note(event.data.case, id)
        return id
      })
    const all = await Promise.all(['p', 'q', 'r'].map(run))
    const join = await run('join')
    const next = await run('next')
    note(event.data.case, { all, join, next })
  })
  const cancelled = client.createFunction(
    {
      id: 'cancelled',
      triggers: { event: 'c/long' },
      cancelOn: [{ event: 'c/stop', match: 'data.case' }],
    },
    async ({ event, step }) => {
      await step.run('begin', () => note(event.data.case, 'begin'))
      await step.sleep('long', String(event.data.sleep))
      note(event.data.case, 'end')
    },
  )
  return [line, caught, child, parent, sleeper, waiter, signalled, fan, cancelled]
}
