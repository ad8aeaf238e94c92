/** The address of a page of a workspace: `workspaceLink('acme', 'runs')` is `/w/acme/runs`. */
export function workspaceLink(slug: string, path = ''): string {
  return path === '' ? `/w/${slug}` : `/w/${slug}/${path}`
}
