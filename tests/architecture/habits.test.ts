import { expect, test } from 'vitest'
import { sourceFiles } from './source-files'

const files = sourceFiles()

/** Code without its comments and with its strings emptied, so that prose about a thing is not mistaken for the thing. */
function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
}

function where(pattern: RegExp, room: RegExp): string[] {
  return files
    .filter((file) => !room.test(file.path))
    .flatMap((file) => {
      const code = codeOf(file.text)
      return code.split('\n').flatMap((line) => (pattern.test(line) ? [`${file.path}: ${line.trim()}`] : []))
    })
}

test('the environment is read in one module', () => {
  expect(
    where(/process\.env\b/, /^(bin|tests)\/|^lib\/env\.ts$|^db\/server\/|config\.ts$|^instrumentation\.ts$/),
  ).toEqual([])
})

test('requests leave through lib/net; browser code through its one client', () => {
  expect(where(/(?<![.\w])fetch\(/, /^lib\/net\/|^components\/api\/|^bin\/|^tests\//)).toEqual([])
})

test('nothing is printed but by the log and the commands', () => {
  expect(where(/\bconsole\./, /^(bin|tests)\//)).toEqual([])
})

test('pure folders know no clock, no chance and no network', () => {
  const pure = files.filter((file) => /^lib\/(core|workflow|engine|policy)\//.test(file.path))
  const reaches =
    /Date\.now\(|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|crypto\.|\bprocess\./
  const impure = pure.filter(
    (file) => reaches.test(codeOf(file.text)) || file.imports.some((name) => name.startsWith('node:')),
  )
  expect(impure.map((file) => file.path)).toEqual([])
})

test('nothing a person writes is run as code or shown as HTML', () => {
  expect(where(/new Function\(|(?<![.\w])eval\(|dangerouslySetInnerHTML/, /^tests\//)).toEqual([])
})

test('tests wait for things, not for time', () => {
  const tests = files.filter((file) => /^tests\/.*\.(test|spec)\.tsx?$/.test(file.path))
  expect(
    tests
      .filter((file) => /waitForTimeout\(|\.(only|todo)\(/.test(codeOf(file.text)))
      .map((file) => file.path),
  ).toEqual([])
})

test('no type is waved through', () => {
  expect(where(/@ts-(ignore|expect-error|nocheck)|\bas any\b|: any\b|<any>/, /^tests\//)).toEqual([])
})
