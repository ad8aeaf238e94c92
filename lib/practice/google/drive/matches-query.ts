import { invalid } from './refusal'
import type { DriveState, PracticeFile } from './state'
import { rootFolder } from './state'
import { textOfFile } from './text-of-file'

type Condition = (file: PracticeFile, state: DriveState) => boolean

const text = String.raw`'((?:[^'\\]|\\.)*)'`

/** The part of Drive's query language that is known here, each form with what it means. */
const forms: readonly (readonly [RegExp, (...parts: string[]) => Condition])[] = [
  [
    new RegExp(`^name contains ${text}`),
    (words = '') =>
      ({ name }) =>
        ` ${name.toLowerCase()}`.includes(` ${words.toLowerCase()}`),
  ],
  [
    new RegExp(`^fullText contains ${text}`),
    (words = '') =>
      (file, state) =>
        `${file.name}\n${textOfFile(state, file)}`.toLowerCase().includes(words.toLowerCase()),
  ],
  [
    new RegExp(`^mimeType = ${text}`),
    (type) =>
      ({ mimeType }) =>
        mimeType === type,
  ],
  [
    new RegExp(`^${text} in parents`),
    (folder = '') =>
      ({ parents }) =>
        parents.includes(folder === 'root' ? rootFolder : folder),
  ],
  [
    /^trashed = (true|false)/,
    (wanted) =>
      ({ trashed }) =>
        trashed === (wanted === 'true'),
  ],
  [
    new RegExp(`^appProperties has \\{ key=${text} and value=${text} \\}`),
    (key = '', value = '') =>
      ({ appProperties }) =>
        appProperties[key] === value,
  ],
]

/** What a query of `files.list` asks of a file: conditions with `and` between them. */
export function toCondition(query: string): Condition {
  const conditions: Condition[] = []
  let rest = query.trim()
  while (rest !== '') {
    const found = forms.flatMap(([form, mean]) => {
      const [whole, ...parts] = form.exec(rest) ?? []
      return whole === undefined ? [] : [{ whole, condition: mean(...parts.map(unescaped)) }]
    })[0]
    if (!found) throw invalid('Invalid Value')
    conditions.push(found.condition)
    rest = rest.slice(found.whole.length).trim()
    if (rest === '') break
    if (!rest.startsWith('and ')) throw invalid('Invalid Value')
    rest = rest.slice(4).trim()
  }
  return (file, state) => conditions.every((meets) => meets(file, state))
}

function unescaped(quoted: string): string {
  return quoted.replace(/\\(.)/g, '$1')
}
