import type { Json } from '../../core/json'

/** How a service says where the next page is. */
export type Paging =
  | { readonly by: 'link' }
  | { readonly by: 'address'; readonly path: string }
  | { readonly by: 'cursor'; readonly path: string; readonly parameter: string }
  | { readonly by: 'number'; readonly parameter: string }

export type Page = {
  readonly url: URL
  readonly link: string | null
  readonly body: Json
  /** How many items it has. */
  readonly count: number
}

/** The address of the page after this one, or `null` after the last. */
export function nextPage(paging: Paging, page: Page): URL | null {
  switch (paging.by) {
    case 'link':
      return addressIn(linkIn(page.link), page.url)
    case 'address':
      return addressIn(at(page.body, paging.path), page.url)
    case 'cursor': {
      const cursor = at(page.body, paging.path)
      const isThere = (typeof cursor === 'string' && cursor !== '') || typeof cursor === 'number'
      return isThere ? withParameter(page.url, paging.parameter, String(cursor)) : null
    }
    case 'number': {
      const number = Number(page.url.searchParams.get(paging.parameter) ?? '1')
      return page.count > 0 ? withParameter(page.url, paging.parameter, String(number + 1)) : null
    }
  }
}

/** What stands at `data.items` in an answer; an empty path is the answer itself. */
export function at(body: Json, path: string): Json | undefined {
  let value: Json | undefined = body
  for (const key of path.split('.').filter(Boolean)) {
    if (isList(value)) value = /^\d+$/.test(key) ? value[Number(key)] : undefined
    else if (typeof value === 'object' && value !== null)
      value = Object.hasOwn(value, key) ? value[key] : undefined
    else return undefined
  }
  return value
}

/** `<https://…>; rel="next"` among the links of RFC 8288. */
function linkIn(link: string | null): string | undefined {
  for (const each of (link ?? '').slice(0, 16_000).split(/,(?=\s*<)/)) {
    const end = each.indexOf('>')
    const relations = /;\s*rel\s*=\s*"?([^";]*)/i
      .exec(each.slice(end + 1))?.[1]
      ?.toLowerCase()
      .split(/\s+/)
    if (end > 0 && relations?.includes('next')) return each.slice(each.indexOf('<') + 1, end)
  }
  return undefined
}

function addressIn(address: Json | undefined, base: URL): URL | null {
  if (typeof address !== 'string' || address === '' || !URL.canParse(address, base)) return null
  return new URL(address, base)
}

function withParameter(url: URL, name: string, value: string): URL {
  const next = new URL(url)
  next.searchParams.set(name, value)
  return next
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
