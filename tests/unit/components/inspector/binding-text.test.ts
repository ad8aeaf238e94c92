import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBindingText, isTextual, toBindingText } from '@/components/inspector/binding/binding-text'
import { referencesIn, toReferenceText } from '@/components/inspector/binding/reference-text'

const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/)
const path = fc.array(fc.oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.nat(99)), { maxLength: 5 })

describe('what the field editor shows for a binding', () => {
  it('gives any reference back as it was, whatever its keys', () => {
    fc.assert(
      fc.property(id, path, (from, way) => {
        const binding = { from, path: way }
        expect(fromBindingText(toBindingText(binding))).toEqual(binding)
      }),
    )
  })

  it('gives literal text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        fc.pre(isTextual({ value }))
        expect(fromBindingText(toBindingText({ value }))).toEqual({ value })
      }),
    )
  })

  it('gives mixed text back as it was', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), id, path, (before, from, way) => {
        fc.pre(!/[{%]/.test(before))
        const text = `${before}${toReferenceText({ from, path: way })}`
        expect(fromBindingText(toBindingText({ text }))).toEqual({ text })
      }),
    )
  })

  it('keeps the value for when the source is missing', () => {
    const binding = { from: 'triage', path: ['severity'], default: 'low' }
    expect(fromBindingText('{{ triage.label }}', binding)).toEqual({
      from: 'triage',
      path: ['label'],
      default: 'low',
    })
  })

  it('stores nothing for an empty field', () => {
    expect(fromBindingText('')).toBeUndefined()
  })

  it('treats a value with a filter as text, not as a chip', () => {
    expect(referencesIn('{{ issue.title | upcase }}')).toEqual([])
    expect(fromBindingText('{{ issue.title | upcase }}')).toEqual({ text: '{{ issue.title | upcase }}' })
  })

  it('finds each chip and where it stands', () => {
    const text = 'New: {{ issue.title }} by {{ issue["user name"].login }}'
    expect(
      referencesIn(text).map(({ from, path, start, end }) => [from, path, text.slice(start, end)]),
    ).toEqual([
      ['issue', ['title'], '{{ issue.title }}'],
      ['issue', ['user name', 'login'], '{{ issue["user name"].login }}'],
    ])
  })
})
