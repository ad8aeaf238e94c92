import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import type { answerOutput } from './fields'

type Answer = z.input<typeof answerOutput>

/** What would hand a session on, or says nothing to a workflow. */
const kept =
  /^(content-type|content-language|date|etag|last-modified|link|location|retry-after|x-(?!powered).*)$/

type Reading = {
  readonly isSafe: boolean
  /** Left out, the answer's own word for what it is. */
  readonly readAs?: 'json' | 'text' | 'base64' | undefined
}

/** An answer as data: JSON parsed, everything else as text. */
export async function readAnswer(answer: Response, { isSafe, readAs }: Reading): Promise<Answer> {
  const contentType = answer.headers.get('content-type') ?? ''
  return {
    status: answer.status,
    ok: answer.ok,
    content_type: contentType.split(';')[0]?.trim() ?? '',
    body: await bodyOf(answer, {
      isSafe,
      readAs: readAs ?? (/[/+]json\b/i.test(contentType) ? 'json' : 'text'),
    }),
    headers: Object.fromEntries([...answer.headers].filter(([name]) => kept.test(name))),
  }
}

async function bodyOf(answer: Response, { isSafe, readAs }: Required<Reading>): Promise<Answer['body']> {
  if (readAs === 'base64') return Buffer.from(await answer.arrayBuffer()).toString('base64')
  const text = await answer.text()
  return readAs === 'json' && text ? parse(text, isSafe) : text
}

function parse(text: string, isSafe: boolean): Answer['body'] {
  try {
    return z.json().parse(JSON.parse(text))
  } catch (cause) {
    throw new HandrailError({
      code: 'bad_answer',
      who: 'user',
      retry: isSafe ? 'after' : 'unknown',
      message: 'The answer should be JSON, and is not. Tell whoever runs that service.',
      cause,
    })
  }
}
