import { invalid } from './refusal'

type Mask = Map<string, Mask>

/** The part of a resource that `fields=` asks for: `files(id,name),nextPageToken`. */
export function masked(resource: unknown, fields: string | null, byDefault = '*'): unknown {
  return apply(resource, parse(fields ?? byDefault))
}

function parse(fields: string): Mask {
  const root: Mask = new Map()
  const open: Mask[] = [root]
  let last: Mask = root
  for (const token of fields.match(/[\w*.]+|[(),]/g) ?? []) {
    if (token === '(') open.push(last)
    else if (token === ')') {
      open.pop()
      if (open.length === 0) throw invalid(`Invalid field selection ${fields}`)
    } else if (token !== ',') {
      last = open.at(-1) ?? root
      for (const name of token.split('.')) {
        const inner: Mask = last.get(name) ?? new Map()
        last.set(name, inner)
        last = inner
      }
    }
  }
  return root
}

function apply(value: unknown, mask: Mask): unknown {
  if (mask.size === 0 || mask.has('*')) return value
  if (Array.isArray(value)) return value.map((each) => apply(each, mask))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const chosen = mask.get(name)
      return chosen ? [[name, apply(inner, chosen)]] : []
    }),
  )
}
