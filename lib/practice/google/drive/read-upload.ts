import { invalid } from './refusal'

export type Upload = {
  readonly metadata: unknown
  /** `null`: only what is said of the file is sent. */
  readonly media: { readonly type: string; readonly text: string } | null
}

/** What is sent to Drive: JSON alone, or JSON and a text in two parts, or the text alone. */
export function readUpload(headers: Headers, url: URL, body: string): Upload {
  const type = headers.get('content-type') ?? ''
  if (!url.pathname.startsWith('/upload/')) return { metadata: parseJson(body), media: null }
  if (url.searchParams.get('uploadType') === 'media') return { metadata: {}, media: { type, text: body } }
  const boundary = /boundary=([^;]+)/.exec(type)?.[1]
  if (!boundary) throw invalid('Malformed multipart body.')
  const [about, media] = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const end = part.indexOf('\r\n\r\n')
      const text = part.slice(end + 4).replace(/\r\n$/, '')
      return { type: /content-type: *([^\r\n;]+)/i.exec(part.slice(0, end))?.[1] ?? '', text }
    })
  if (!about || !media) throw invalid('Malformed multipart body.')
  return { metadata: parseJson(about.text), media }
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('Parse Error')
  }
}
