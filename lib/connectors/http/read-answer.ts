import { z } from 'zod'
import { HandrailError } from '../../core/errors'
import type { answerOutput } from './fields'

type Answer = z.input<typeof answerOutput>

/** What would hand a session on, or says nothing to a workflow. */
const kept =
  /^(content-type|content-language|date|etag|last-modified|link|location|retry-after|x-(?!powered).*)$/

/** An answer as data: JSON parsed, everything else as text. */
export async function readAnswer(answer: Response, { isSafe }: { isSafe: boolean }): Promise<Answer> {
  const contentType = answer.headers.get('content-type') ?? ''
  const text = await answer.text()
  return {
    status: answer.status,
    ok: answer.ok,
    content_type: contentType.split(';')[0]?.trim() ?? '',
    body: /[/+]json\b/i.test(contentType) && text ? parse(text, isSafe) : text,
    headers: Object.fromEntries([...answer.headers].filter(([name]) => kept.test(name))),
  }
}

function parse(text: string, isSafe: boolean): Answer['body'] {
  try {
    return z.json().parse(JSON.parse(text))
  } catch (cause) {
    throw new HandrailError({
      code: 'bad_answer',
      who: 'user',
      retry: isSafe ? 'after' : 'unknown',
      message: 'The answer says that it is JSON, and is not. Tell whoever runs that service.',
      cause,
    })
  }
}
