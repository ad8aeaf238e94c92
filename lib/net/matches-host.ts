/** Does the host stand in the list? An entry is a host (`api.example.com`, with `:8443` for one port) or `*.example.com`. */
export function matchesHost(url: URL, hosts: readonly string[]): boolean {
  const hostname = normal(url.hostname)
  return hosts.some((entry) => {
    const pattern = normal(entry.trim())
    if (pattern.startsWith('*.')) return hostname.endsWith(pattern.slice(1)) && hostname !== pattern.slice(2)
    return (
      pattern === hostname ||
      pattern === `${hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`
    )
  })
}

/** `Example.COM.` names the same host as `example.com`. */
function normal(host: string): string {
  return host.toLowerCase().replace(/\.$/, '')
}
