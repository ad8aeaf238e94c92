import { canonicalJson } from '../core/canonical-json'
import type { Covered, NotCovered } from './covered-by'

/**
 * The text that stands for what a person approves: which calls, through which connection, with which values, and what
 * is not covered. The caller hashes it. Titles and previews are left out: renaming a node changes nothing that is done.
 */
export function digestInput(
  approval: string,
  { covers, notCovered }: { readonly covers: readonly Covered[]; readonly notCovered: readonly NotCovered[] },
): string {
  return canonicalJson({
    approval,
    covers: covers.map(({ node, action, connection, input }) => ({ node, action, connection, input })),
    notCovered: notCovered.map(({ node, action }) => ({ node, action })),
  })
}

/** The same for one call: what was approved and what is about to be sent must give the same text. */
export function callDigestInput(call: Pick<Covered, 'node' | 'action' | 'connection' | 'input'>): string {
  const { node, action, connection, input } = call
  return canonicalJson({ node, action, connection, input })
}
