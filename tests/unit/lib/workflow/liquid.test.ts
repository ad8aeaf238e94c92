import { describe, expect, it } from 'vitest'
import { HandrailError } from '@/lib/core/errors'
import { liquidProblem, liquidReferences } from '@/lib/workflow/liquid-references'
import { renderText } from '@/lib/workflow/render-text'

const call = {
  scope: { user: { name: 'Ada', tags: ['a', 'b'] }, long: { text: 'x'.repeat(100_000) } },
  now: Date.UTC(2026, 0, 31, 9),
  node: { id: 'tell' },
}
const render = (text: string) => renderText(text, call, 'input.text')
const codeOf = (text: string) => {
  try {
    render(text)
    return 'fine'
  } catch (error) {
    return error instanceof HandrailError ? error.code : 'another error'
  }
}

describe('Liquid text', () => {
  it('knows the time of the run and no other', () => {
    expect(render('It is {{ "now" | date: "%Y-%m-%d %H:%M" }}')).toBe('It is 2026-01-31 09:00')
    expect(render('{{ now }}')).toBe('2026-01-31T09:00:00.000Z')
  })

  it('goes without a value only where the text says how', () => {
    expect(render('Hi {{ user.nick | default: user.name }}')).toBe('Hi Ada')
    expect(render('{% if user.nick %}Hi {{ user.nick }}{% else %}Hi there{% endif %}')).toBe('Hi there')
    expect(codeOf('Hi {{ user.nick }}')).toBe('missing_value')
  })

  it.each([
    '{{ user.constructor }}',
    '{{ user["__proto__"] }}',
    '{{ user.name.constructor }}',
    '{{ user.tags.push }}',
    '{{ constructor }}',
    '{{ toString }}',
  ])('does not reach behind the data: %s', (text) => {
    expect(codeOf(`x ${text}`)).toBe('missing_value')
  })

  it.each([
    '{% include "a" %}',
    '{% render "a" %}',
    '{% layout "a" %}',
    '{% block a %}{% endblock %}',
    '{{ user.tags | sample }}',
    '{{ user.tags | where_exp: "x", user.name }}',
    '{{ user.name | nope }}',
  ])('has no files, no chance and no second evaluation: %s', (text) => {
    expect(codeOf(text)).toBe('expression_failed')
    expect(liquidProblem(text)).toBeTypeOf('string')
  })

  it.each([
    '{% for i in (1..1000000000) %}x{% endfor %}',
    '{% for i in (1..3000) %}{% for j in (1..3000) %}x{% endfor %}{% endfor %}',
    '{% for i in (1..1000) %}{{ long.text | append: long.text }}{% endfor %}',
  ])('is stopped when it grows without bound: %s', (text) => {
    expect(codeOf(text)).toBe('limit_reached')
  })

  it('says which steps it reads, and which it can do without', () => {
    const text =
      'Hi {{ user.name | append: start.end }}\n{% for item in list.items %}{{ item.title }}{% endfor %}{{ a.b | default: "c" }}{% if d %}{{ d.e }}{% endif %}{{ now }}'
    const read = liquidReferences(text)
    expect(
      read
        .map(({ from, path, mayBeMissing }) => `${[from, ...path].join('.')}${mayBeMissing ? '?' : ''}`)
        .sort(),
    ).toEqual(['a.b?', 'd.e?', 'd?', 'list.items', 'start.end', 'user.name'].sort())
    for (const { from, start } of read) expect(text.slice(start, start + from.length)).toBe(from)
  })
})
