/** What a person does on a simulated service's page for consent. Gives the address that the service leads back to. */
export async function consentAt(
  url: string,
  {
    decision = 'allow',
    without = [],
  }: { readonly decision?: 'allow' | 'deny'; readonly without?: readonly string[] } = {},
): Promise<{ readonly back: URL; readonly asked: readonly string[] }> {
  const page = await fetch(url)
  const html = await page.text()
  if (!page.ok) throw new Error(`The page for consent answered ${page.status}: ${html}`)
  const attributeOf = (tag: string, name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const inputs = html.match(/<input [^>]*>/g) ?? []
  const form = new URLSearchParams({ decision })
  const asked: string[] = []
  for (const input of inputs) {
    const [name, value] = [attributeOf(input, 'name'), unescaped(attributeOf(input, 'value'))]
    if (name === 'granted') asked.push(value)
    const isLeftOut = name === 'granted' && without.includes(value)
    const isUnchosen = name === 'login' && form.has('login')
    if (!isLeftOut && !isUnchosen) form.append(name, value)
  }
  const action = /<form [^>]*action="([^"]*)"/.exec(html)?.[1] ?? ''
  const answer = await fetch(new URL(action, url), { method: 'POST', body: form, redirect: 'manual' })
  return { back: new URL(answer.headers.get('location') ?? ''), asked }
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
