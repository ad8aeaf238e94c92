import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A model of the test's own, by OpenAI's Responses API: it comments on an issue with two calls at once and then a third. */
export type FaultyModel = {
  readonly url: string
  /** How often an answer broke, by how it broke. */
  readonly faults: ReadonlyMap<string, number>
  close(): void
}

const tool = 'github__issue__comment'
/** Every call of every turn bears this one id. */
const callId = 'call_0'
const breaks = ['cut', 'half', 'stream'] as const

type Question = { readonly n: string; readonly answered: number }

/**
 * Each first answer of a turn breaks: the connection ends in the middle, half of the JSON comes as the whole, or a stream
 * begins and ends. Each further time that a turn is asked for, its calls come in the other order.
 */
export async function startFaultyModel(): Promise<FaultyModel> {
  const asked = new Map<string, number>()
  const faults = new Map<string, number>()
  const server = createServer((request, response) => {
    void readText(request).then((text) => {
      const question = read(text)
      const turn = `${question.n}/${question.answered}`
      const times = asked.get(turn) ?? 0
      asked.set(turn, times + 1)
      const whole = JSON.stringify(answerTo(question, times))
      const fault = times === 0 ? breaks[asked.size % breaks.length] : undefined
      if (!fault) return void response.setHeader('content-type', 'application/json').end(whole)
      faults.set(fault, (faults.get(fault) ?? 0) + 1)
      breakOff(response, whole, fault)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('No port is listened on.')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    faults,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function breakOff(response: ServerResponse, whole: string, fault: (typeof breaks)[number]): void {
  const half = whole.slice(0, whole.length / 2)
  if (fault === 'cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': whole.length })
    response.write(half, () => response.destroy())
  } else if (fault === 'half') {
    response.setHeader('content-type', 'application/json').end(half)
  } else {
    response.setHeader('content-type', 'text/event-stream')
    response.write(`event: response.output_text.delta\ndata: ${half}`, () => response.destroy())
  }
}

function answerTo({ n, answered }: Question, times: number) {
  const comment = (letter: string) => ({
    type: 'function_call',
    id: `fc_${letter}`,
    call_id: callId,
    name: tool,
    arguments: JSON.stringify({ body: `${letter} ${n}` }),
    status: 'completed',
  })
  const both = [comment('A'), comment('B')]
  const done = {
    type: 'message',
    id: 'msg',
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', text: 'Done.', annotations: [] }],
  }
  const output =
    answered === 0 ? (times % 2 === 1 ? both : both.reverse()) : answered === 2 ? [comment('C')] : [done]
  return {
    id: `resp_${n}_${answered}`,
    object: 'response',
    status: 'completed',
    model: 'faulty-model',
    output,
    usage: { input_tokens: 10, output_tokens: 10, total_tokens: 20 },
  }
}

/** Which run asks, and how many results of calls it knows: that says which turn it is. */
function read(text: string): Question {
  const n = /Number (\d+)/.exec(text)?.[1] ?? ''
  return { n, answered: text.split('"type":"function_call_output"').length - 1 }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
