import type { OAuthProvider } from '../contract'

/** Is this scope among the granted ones, by itself or as part of a wider one? */
export function coversScope(provider: OAuthProvider, granted: readonly string[], scope: string): boolean {
  return granted.some((each) => each === scope || provider.includes[each]?.includes(scope))
}

/** What was granted beside what is needed: too little makes steps fail, too much is a risk without a use. */
export function compareScopes(
  provider: OAuthProvider,
  { granted, needed }: { readonly granted: readonly string[]; readonly needed: readonly string[] },
): { readonly missing: readonly string[]; readonly extra: readonly string[] } {
  return {
    missing: needed.filter((scope) => !coversScope(provider, granted, scope)),
    extra: granted.filter(
      (scope) =>
        !provider.lastingScopes.includes(scope) &&
        !needed.some((each) => coversScope(provider, [scope], each)),
    ),
  }
}
