import type { ConsentPlan } from '@/lib/policy/views/consent-view'

/** The scopes that will be asked for, each with the actions that need it. */
export function AskedScopes({ plan }: { plan: ConsentPlan }) {
  const { provider, scopes, granted } = plan
  const dropped = granted.filter((scope) => !scopes.some((each) => each.scope === scope))
  return (
    <section aria-label="What it asks for" className="rounded-card border border-line bg-sunken px-3.5 py-3">
      {scopes.length === 0 ? (
        <p>{provider.title} is asked for nothing but who you are. Steps that need more ask for it later.</p>
      ) : (
        <>
          <p className="font-medium">{provider.title} is asked for</p>
          <ul className="mt-1.5 flex flex-col gap-1">
            {scopes.map(({ scope, for: actions }) => (
              <li key={scope}>
                <code className="break-all font-mono text-sm">{scope}</code>
                {granted.includes(scope) ? null : granted.length > 0 ? (
                  <span className="text-sm text-write"> new</span>
                ) : null}
                {actions.length > 0 ? (
                  <span className="text-muted text-sm"> {actions.join(', ')}</span>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      )}
      {dropped.length > 0 ? (
        <p className="mt-2 text-muted text-sm">No longer asked for: {dropped.join(', ')}</p>
      ) : null}
    </section>
  )
}
