/** The origin of a Jira Cloud site, from what people paste: `acme`, `acme.atlassian.net`, or an address of a page there. */
export function siteOrigin(site: string): string | null {
  const text = site.trim().toLowerCase()
  const host = /^(?:https:\/\/)?([a-z0-9-]+(?:\.atlassian\.net)?)(?:\/.*)?$/.exec(text)?.[1]
  if (!host) return null
  return `https://${host.endsWith('.atlassian.net') ? host : `${host}.atlassian.net`}`
}

/** Where people see an issue. `self` is its address in the interface; behind Atlassian’s gateway, the site is elsewhere. */
export function browseUrl(
  key: string,
  { self, site }: { readonly self: string; readonly site: string | null },
): string {
  const base = site ?? /^(.*)\/rest\/api\/3\//.exec(self)?.[1] ?? ''
  return base.includes('/ex/jira/') ? '' : `${base}/browse/${key}`
}
