import { JqlError } from './jql-error'

export type JqlToken = { readonly text: string; readonly quoted: boolean }

const token = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(!=|!~|<=|>=|[=~<>(),])|([^\s"'=~<>!(),]+))/y

/** The words, marks and quoted texts of a JQL text. */
export function readTokens(jql: string): readonly JqlToken[] {
  const tokens: JqlToken[] = []
  const text = jql.trimEnd()
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found)
      throw new JqlError(`Error in the JQL Query: the character '${text.slice(at).trim()[0]}' stands alone.`)
    const [, double, single, mark, word] = found
    const quoted = double ?? single
    tokens.push(
      quoted === undefined
        ? { text: mark ?? word ?? '', quoted: false }
        : { text: quoted.replace(/\\(.)/gs, '$1'), quoted: true },
    )
    at = token.lastIndex
  }
  return tokens
}
