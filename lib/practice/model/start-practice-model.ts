import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { answerQuestion, practiceNotice } from './answer-question'
import { practiceModelName, practiceModelToken } from './name'
import { type Reading, readChatRequest, readResponsesRequest } from './read-request'
import { writeChatAnswer, writeResponsesAnswer } from './write-response'

export type PracticeModel = {
  /** The base address for OpenAI clients, version part included. */
  readonly url: string
  close(): Promise<void>
}

const largestBody = 8_000_000

type Failure = { readonly status: number; readonly code: string; readonly message: string }

/** Starts the practice model on a free port of this machine. It speaks as OpenAI's endpoints do, without streaming. */
export async function startPracticeModel(): Promise<PracticeModel> {
  const server = createServer((request, response) => {
    answer(request).then(
      (body) => send(response, 200, body),
      (thrown: unknown) => {
        const failure: Failure = isFailure(thrown)
          ? thrown
          : { status: 500, code: 'server_error', message: 'The practice model failed.' }
        const { status, code, message } = failure
        send(response, status, { error: { message, type: 'invalid_request_error', code, param: null } })
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  server.unref()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The practice model has no port.')
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(request: IncomingMessage): Promise<unknown> {
  if (request.headers.authorization !== `Bearer ${practiceModelToken}`) {
    throw failed(401, 'invalid_api_key', 'The key is not the practice model’s.')
  }
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  if (request.method === 'GET' && path === '/v1/models') return { object: 'list', data: [modelEntry] }
  if (request.method === 'GET' && path === `/v1/models/${practiceModelName}`) return modelEntry
  if (request.method !== 'POST') throw failed(404, 'not_found', 'There is nothing here.')
  const text = await readBody(request)
  if (path === '/v1/responses') {
    return writeResponsesAnswer({ answer: ask(readResponsesRequest(parse(text))), seed: text })
  }
  if (path === '/v1/chat/completions') {
    return writeChatAnswer({ answer: ask(readChatRequest(parse(text))), seed: text })
  }
  throw failed(404, 'not_found', 'There is nothing here.')
}

const modelEntry = {
  id: practiceModelName,
  object: 'model',
  created: 0,
  owned_by: 'handrail',
  description: practiceNotice,
}

function ask(reading: Reading) {
  if ('problem' in reading) throw failed(400, 'invalid_request', reading.problem)
  if (reading.model !== practiceModelName) {
    throw failed(404, 'model_not_found', `The only model here is ${practiceModelName}.`)
  }
  if (reading.stream) throw failed(400, 'unsupported', 'The practice model answers whole, not as a stream.')
  return answerQuestion(reading.question)
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > largestBody) throw failed(413, 'context_length_exceeded', 'The request is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw failed(400, 'invalid_json', 'The body is not JSON.')
  }
}

/** An expected answer of another status, carried to the one place that writes it. */
class ExpectedFailure extends Error implements Failure {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

function failed(status: number, code: string, message: string): ExpectedFailure {
  return new ExpectedFailure(status, code, message)
}

function isFailure(thrown: unknown): thrown is ExpectedFailure {
  return thrown instanceof ExpectedFailure
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}
