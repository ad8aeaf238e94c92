import { describe, expect, it } from 'vitest'
import { oftenAsked, prepareOften } from '@/db/prepare-often'

type Asked = { readonly text: string; readonly options: object | undefined }

/** A driver that notes what it is asked. */
function driver() {
  const asked: Asked[] = []
  const client = {
    options: { parsers: {} },
    unsafe: (text: string, _values: unknown, options?: object) => void asked.push({ text, options }),
    begin: (work: (inside: object) => unknown) => work(client),
  }
  return { asked, client: prepareOften(client) }
}

describe('a statement', () => {
  it('is kept prepared once it was asked for often, and not before', () => {
    const { asked, client } = driver()
    for (let round = 0; round < 6; round++) client.unsafe('select $1', [round], { prepare: false })
    expect(asked.map(({ options }) => options)).toEqual([
      ...Array.from({ length: 4 }, () => ({ prepare: false })),
      ...Array.from({ length: 2 }, () => ({ prepare: true })),
    ])
  })

  it('counts within transactions too', () => {
    const { asked, client } = driver()
    for (let round = 0; round < 5; round++) {
      client.begin((inside) => Reflect.apply(Reflect.get(inside, 'unsafe'), inside, ['select 2', []]))
    }
    expect(asked.at(-1)?.options).toEqual({ prepare: true })
  })

  it('that differs from one use to the next is never kept, nor more than the connections can hold', () => {
    const isOften = oftenAsked()
    for (let one = 0; one < 5_000; one++) expect(isOften(`select ${one}`)).toBe(false)
    const kept = Array.from({ length: 400 }, (_, one) => {
      const uses = Array.from({ length: 5 }, () => isOften(`update ${one}`))
      return uses.at(-1)
    })
    expect(kept.filter(Boolean)).toHaveLength(150)
  })
})
