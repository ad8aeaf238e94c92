import { createHash } from 'node:crypto'
import { type Inngest, type InngestFunction, NonRetriableError, RetryAfterError } from 'inngest'

/** How a step ended, by the name that its author gave it. */
export type Ended = readonly [step: string, result: { readonly data: unknown } | { readonly error: object }]

/** One request of the server, and what an SDK answers to it. */
export type Exchange = {
  readonly call: {
    /** Another function of the transcript than its first. */
    readonly function?: string
    /** The one planned step that is to be run; without it the function is called to find out what comes next. */
    readonly step?: string
    /** What has ended, in the order in which it ended. The call of a planned step may know of others besides. */
    readonly ended?: readonly Ended[]
    /** It ended side by side: any order will do. */
    readonly isUnordered?: boolean
    readonly attempt?: number
    /** Steps must be planned and not run: others are pending beside them. */
    readonly mustPlan?: boolean
  }
  readonly answer: {
    readonly status: 200 | 206 | 400 | 500
    readonly body: unknown
    readonly headers?: Readonly<Record<string, string>>
  }
  /** What comes to pass once this was answered. */
  readonly next?:
    | { readonly event: string; readonly data: Readonly<Record<string, unknown>> }
    | { readonly signal: string; readonly data: unknown }
}

/** A run as the specification tells it: every request of the server and every answer of the SDK. */
export type Transcript = {
  readonly title: string
  /** The sections of the specification that it shows; `beyond` for what the server offers besides. */
  readonly sections: readonly string[]
  /** How often a call is made at most; 4 where the function does not say. */
  readonly attempts?: number
  readonly functions: (client: Inngest) => readonly [InngestFunction.Any, ...InngestFunction.Any[]]
  readonly exchanges: readonly Exchange[]
  readonly end: {
    readonly status: 'completed' | 'failed'
    readonly output?: unknown
    readonly error?: object
  }
}

/** 5.1.2: a step is known by the hexadecimal SHA-1 of its id. */
export const hashOf = (step: string): string => createHash('sha1').update(step).digest('hex')

const ran = (step: string, data: unknown) => ({ id: hashOf(step), op: 'StepRun', data })
const planned = (step: string) => ({ id: hashOf(step), op: 'StepPlanned' })
const go = { event: 'go' } as const

const runOf = (
  title: string,
  sections: readonly string[],
  rest: Omit<Transcript, 'title' | 'sections'>,
): Transcript => ({ title, sections, ...rest })

export const transcripts: readonly Transcript[] = [
  runOf('a function without steps returns', ['4.4.1', '4.4.3'], {
    functions: (client) => [client.createFunction({ id: 'main', triggers: go }, () => ({ done: true }))],
    exchanges: [{ call: {}, answer: { status: 200, body: { done: true } } }],
    end: { status: 'completed', output: { done: true } },
  }),
  runOf('a function that throws is called again with the next attempt', ['4.4.3'], {
    attempts: 3,
    functions: (client) => [
      client.createFunction({ id: 'main', retries: 2, triggers: go }, ({ attempt }) => {
        if (attempt === 0) throw new TypeError('not yet')
        return attempt
      }),
    ],
    exchanges: [
      {
        call: { attempt: 0 },
        answer: {
          status: 500,
          body: { name: 'TypeError', message: 'not yet' },
          headers: { 'x-inngest-no-retry': 'false' },
        },
      },
      { call: { attempt: 1 }, answer: { status: 200, body: 1 } },
    ],
    end: { status: 'completed', output: 1 },
  }),
  runOf('an error that says so is not tried again', ['4.4.3'], {
    attempts: 6,
    functions: (client) => [
      client.createFunction({ id: 'main', retries: 5, triggers: go }, () => {
        throw new NonRetriableError('no use')
      }),
    ],
    exchanges: [
      {
        call: {},
        answer: {
          status: 400,
          body: { name: 'NonRetriableError', message: 'no use' },
          headers: { 'x-inngest-no-retry': 'true' },
        },
      },
    ],
    end: { status: 'failed', error: { message: 'no use' } },
  }),
  runOf('an error may say when to try again', ['4.4.3'], {
    attempts: 3,
    functions: (client) => [
      client.createFunction({ id: 'main', retries: 2, triggers: go }, ({ attempt }) => {
        if (attempt === 0) throw new RetryAfterError('later', 1_000)
        return 'now'
      }),
    ],
    exchanges: [
      {
        call: { attempt: 0 },
        answer: {
          status: 500,
          body: { name: 'RetryAfterError', message: 'later' },
          headers: { 'x-inngest-no-retry': 'false', 'retry-after': '1' },
        },
      },
      { call: { attempt: 1 }, answer: { status: 200, body: 'now' } },
    ],
    end: { status: 'completed', output: 'now' },
  }),
  runOf(
    'steps in a line are reported one by one, and known by their hashes',
    ['5.1.1', '5.1.2', '5.1.3', '5.2.1'],
    {
      functions: (client) => [
        client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
          const first = await step.run('my-step-id', () => 'A')
          return await step.run('second', () => `${first}B`)
        }),
      ],
      exchanges: [
        { call: {}, answer: { status: 206, body: [ran('my-step-id', 'A')] } },
        {
          call: { ended: [['my-step-id', { data: 'A' }]] },
          answer: { status: 206, body: [ran('second', 'AB')] },
        },
        {
          call: {
            ended: [
              ['my-step-id', { data: 'A' }],
              ['second', { data: 'AB' }],
            ],
          },
          answer: { status: 200, body: 'AB' },
        },
      ],
      end: { status: 'completed', output: 'AB' },
    },
  ),
  runOf('an id that is used again is told from the first by its number', ['5.1.2'], {
    functions: (client) => [
      client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
        const seen: number[] = []
        for (const number of [0, 1]) seen.push(await step.run('again', () => number))
        return seen
      }),
    ],
    exchanges: [
      { call: {}, answer: { status: 206, body: [ran('again', 0)] } },
      { call: { ended: [['again', { data: 0 }]] }, answer: { status: 206, body: [ran('again:1', 1)] } },
      {
        call: {
          ended: [
            ['again', { data: 0 }],
            ['again:1', { data: 1 }],
          ],
        },
        answer: { status: 200, body: [0, 1] },
      },
    ],
    end: { status: 'completed', output: [0, 1] },
  }),
  runOf('a step that fails is tried again, and what follows begins at attempt 0', ['5.3.1'], {
    attempts: 3,
    functions: (client) => [
      client.createFunction({ id: 'main', retries: 2, triggers: go }, async ({ step, attempt }) => {
        await step.run('a', () => {
          if (attempt === 0) throw new Error('not yet')
          return 'a'
        })
        return attempt
      }),
    ],
    exchanges: [
      {
        call: { attempt: 0 },
        answer: {
          status: 206,
          body: [{ id: hashOf('a'), op: 'StepError', error: { name: 'Error', message: 'not yet' } }],
        },
      },
      { call: { attempt: 1 }, answer: { status: 206, body: [ran('a', 'a')] } },
      { call: { ended: [['a', { data: 'a' }]], attempt: 0 }, answer: { status: 200, body: 0 } },
    ],
    end: { status: 'completed', output: 0 },
  }),
  runOf(
    'a step that has failed for good is an error that the function may catch',
    ['5.2.1', '5.2.2', '5.3.1'],
    {
      attempts: 1,
      functions: (client) => [
        client.createFunction({ id: 'main', retries: 0, triggers: go }, async ({ step }) => {
          try {
            await step.run('a', () => {
              throw new RangeError('never')
            })
          } catch (error) {
            return error instanceof Error ? error.message : ''
          }
        }),
      ],
      exchanges: [
        {
          call: {},
          answer: {
            status: 206,
            body: [{ id: hashOf('a'), op: 'StepFailed', error: { name: 'RangeError', message: 'never' } }],
          },
        },
        {
          call: { ended: [['a', { error: { name: 'RangeError', message: 'never' } }]] },
          answer: { status: 200, body: 'never' },
        },
      ],
      end: { status: 'completed', output: 'never' },
    },
  ),
  runOf('the error of a step that nobody catches ends the function', ['5.2.2'], {
    attempts: 1,
    functions: (client) => [
      client.createFunction({ id: 'main', retries: 0, triggers: go }, async ({ step }) => {
        await step.run('a', () => {
          throw new RangeError('never')
        })
      }),
    ],
    exchanges: [
      {
        call: {},
        answer: {
          status: 206,
          body: [{ id: hashOf('a'), op: 'StepFailed', error: { name: 'RangeError', message: 'never' } }],
        },
      },
      {
        call: { ended: [['a', { error: { name: 'RangeError', message: 'never' } }]] },
        answer: {
          status: 400,
          body: { message: 'never' },
          headers: { 'x-inngest-no-retry': 'true' },
        },
      },
    ],
    end: { status: 'failed', error: { message: 'never' } },
  }),
  runOf('a sleep ends with nothing', ['5.3.2', '1.3.2'], {
    functions: (client) => [
      client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
        await step.sleep('nap', '1s')
        return 'awake'
      }),
    ],
    exchanges: [
      { call: {}, answer: { status: 206, body: [{ id: hashOf('nap'), op: 'Sleep', name: '1s' }] } },
      { call: { ended: [['nap', { data: null }]] }, answer: { status: 200, body: 'awake' } },
    ],
    end: { status: 'completed', output: 'awake' },
  }),
  runOf('an event that is waited for is the whole result of its step', ['5.3.3', '1.3.1', '1.3.4'], {
    functions: (client) => [
      client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
        const event = await step.waitForEvent('wait', { event: 'answer', timeout: '1h', match: 'data.n' })
        return event?.data.said
      }),
    ],
    exchanges: [
      {
        call: {},
        answer: {
          status: 206,
          body: [
            {
              id: hashOf('wait'),
              op: 'WaitForEvent',
              name: 'answer',
              opts: { timeout: '1h', if: 'event.data.n == async.data.n' },
            },
          ],
        },
        next: { event: 'answer', data: { n: 7, said: 'yes' } },
      },
      {
        call: {
          ended: [
            ['wait', { data: { id: 'evt_answer', name: 'answer', data: { n: 7, said: 'yes' }, ts: 1 } }],
          ],
        },
        answer: { status: 200, body: 'yes' },
      },
    ],
    end: { status: 'completed', output: 'yes' },
  }),
  runOf('a wait whose time is over ends with nothing', ['5.3.3'], {
    functions: (client) => [
      client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
        const event = await step.waitForEvent('wait', { event: 'answer', timeout: '1s' })
        return event === null ? 'nobody' : 'somebody'
      }),
    ],
    exchanges: [
      {
        call: {},
        answer: {
          status: 206,
          body: [{ id: hashOf('wait'), op: 'WaitForEvent', name: 'answer', opts: { timeout: '1s' } }],
        },
      },
      { call: { ended: [['wait', { data: null }]] }, answer: { status: 200, body: 'nobody' } },
    ],
    end: { status: 'completed', output: 'nobody' },
  }),
  runOf('a signal wakes the step that waits for it', ['beyond'], {
    functions: (client) => [
      client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
        const got = await step.waitForSignal('wait', { signal: 'apr_1', timeout: '1h', onConflict: 'fail' })
        return got?.data
      }),
    ],
    exchanges: [
      {
        call: {},
        answer: {
          status: 206,
          body: [
            {
              id: hashOf('wait'),
              op: 'WaitForSignal',
              opts: { signal: 'apr_1', timeout: '1h', conflict: 'fail' },
            },
          ],
        },
        next: { signal: 'apr_1', data: 'approved' },
      },
      {
        call: { ended: [['wait', { data: { signal: 'apr_1', data: 'approved' } }]] },
        answer: { status: 200, body: 'approved' },
      },
    ],
    end: { status: 'completed', output: 'approved' },
  }),
  runOf('an invoked function gives its result', ['5.3.4', '1.3.3'], {
    functions: (client) => {
      const child = client.createFunction({ id: 'child', triggers: [] }, ({ event }) => event.data)
      const main = client.createFunction({ id: 'main', triggers: go }, async ({ step }) =>
        step.invoke('call', { function: child, data: { n: 7 } }),
      )
      return [main, child]
    },
    exchanges: [
      {
        call: {},
        answer: {
          status: 206,
          body: [
            {
              id: hashOf('call'),
              op: 'InvokeFunction',
              opts: { function_id: 'test-child', payload: { data: { n: 7 } } },
            },
          ],
        },
      },
      { call: { function: 'child' }, answer: { status: 200, body: { n: 7 } } },
      { call: { ended: [['call', { data: { n: 7 } }]] }, answer: { status: 200, body: { n: 7 } } },
    ],
    end: { status: 'completed', output: { n: 7 } },
  }),
  runOf('an invoked function that fails is an error of its step', ['5.3.4', '5.2.1'], {
    functions: (client) => {
      const child = client.createFunction({ id: 'child', triggers: [] }, () => {
        throw new NonRetriableError('no')
      })
      const main = client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
        try {
          await step.invoke('call', { function: child, data: {} })
        } catch (error) {
          return error instanceof Error ? error.message : ''
        }
      })
      return [main, child]
    },
    exchanges: [
      {
        call: {},
        answer: {
          status: 206,
          body: [{ id: hashOf('call'), op: 'InvokeFunction', opts: { function_id: 'test-child' } }],
        },
      },
      {
        call: { function: 'child' },
        answer: {
          status: 400,
          body: { name: 'NonRetriableError', message: 'no' },
          headers: { 'x-inngest-no-retry': 'true' },
        },
      },
      {
        call: { ended: [['call', { error: { message: 'no' } }]] },
        answer: { status: 200, body: 'no' },
      },
    ],
    end: { status: 'completed', output: 'no' },
  }),
  runOf(
    'parallel steps are planned, called one by one, and the function goes on when all have ended',
    ['5.5', '5.3.1', '5.4'],
    {
      functions: (client) => [
        client.createFunction({ id: 'main', triggers: go }, async ({ step }) => {
          const both = await Promise.all([step.run('left', () => 'l'), step.run('right', () => 'r')])
          return await step.run('join', () => both.join(''))
        }),
      ],
      exchanges: [
        { call: {}, answer: { status: 206, body: [planned('left'), planned('right')] } },
        { call: { step: 'left', mustPlan: true }, answer: { status: 206, body: [ran('left', 'l')] } },
        { call: { step: 'right', mustPlan: true }, answer: { status: 206, body: [ran('right', 'r')] } },
        {
          call: {
            isUnordered: true,
            ended: [
              ['left', { data: 'l' }],
              ['right', { data: 'r' }],
            ],
          },
          answer: { status: 206, body: [ran('join', 'lr')] },
        },
        {
          call: {
            isUnordered: true,
            ended: [
              ['left', { data: 'l' }],
              ['right', { data: 'r' }],
              ['join', { data: 'lr' }],
            ],
          },
          answer: { status: 200, body: 'lr' },
        },
      ],
      end: { status: 'completed', output: 'lr' },
    },
  ),
]
