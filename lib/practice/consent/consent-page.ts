import type { ConsentDialect } from './dialect'

/** The page on which a person of the practice company says yes or no. */
export function consentPage(dialect: ConsentDialect, asked: URLSearchParams): Response {
  const scopes = scopesIn(asked)
  const hidden = [...asked].map(
    ([key, value]) => `<input type="hidden" name="${escaped(key)}" value="${escaped(value)}">`,
  )
  const people = dialect.accounts.map(
    ({ login, name }, index) =>
      `<label><input type="radio" name="login" value="${escaped(login)}"${index === 0 ? ' checked' : ''}> ${escaped(name)}</label><br>`,
  )
  const boxes = scopes.map(
    (scope) =>
      `<li><label><input type="checkbox" name="granted" value="${escaped(scope)}" checked> ${escaped(scope)}</label></li>`,
  )
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(dialect.title)}, simulated</title>
<style>body{font:16px/1.5 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.4rem 1rem}</style></head>
<body><main><h1>Sign in to ${escaped(dialect.title)}</h1><p>This ${escaped(dialect.title)} is simulated. Handrail asks for:</p>
<form method="post" action="${escaped(dialect.authorizePath)}">${hidden.join('')}
<ul aria-label="Asked for">${boxes.join('') || '<li>nothing but who you are</li>'}</ul>
<fieldset><legend>Account</legend>${people.join('')}</fieldset>
<p><button name="decision" value="allow">Authorize</button> <button name="decision" value="deny">Cancel</button></p>
</form></main></body></html>`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } })
}

export function scopesIn(asked: URLSearchParams): string[] {
  return (asked.get('scope') ?? '').split(/[\s,]+/).filter((scope) => scope !== '')
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
