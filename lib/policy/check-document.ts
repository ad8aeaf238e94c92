import { checkStructure } from '../workflow/check/check-structure'
import type { CheckContext } from '../workflow/check/context'
import { type Issue, listedIssues } from '../workflow/issue'
import { nameOf } from '../workflow/step-scope'
import { coverage, type Uncovered } from './coverage'
import { defaultPolicy, type WorkspacePolicy } from './workspace-policy'

/**
 * Every issue of a document: its structure, and the gates that the workspace's policy asks for. Takes anything, never
 * throws, touches no network; errors first, in the order of the document, and
 * of a great many only the first.
 */
export function checkDocument(
  input: unknown,
  context: CheckContext & { readonly policy?: WorkspacePolicy },
): readonly Issue[] {
  const { issues, document } = checkStructure(input, context)
  const policy = context.policy ?? defaultPolicy
  const gates =
    policy.uncoveredEffects === 'off'
      ? []
      : coverage(document, context.actions, policy).map((uncovered) => gateMissing(uncovered, policy))
  return listedIssues([...issues, ...gates])
}

const reasons: Readonly<Record<Uncovered['reason'], string>> = {
  no_gate: 'can be reached without an approval. Put an approval before it.',
  values_unknown:
    'comes after an approval, but what it sends is made only after the decision. Put an approval right before it.',
  agent_unasked: 'is called by the agent without asking anyone. Let the tool ask, or tighten the policy.',
}

function gateMissing({ use, reason }: Uncovered, policy: WorkspacePolicy): Issue {
  const what = use.action.effect === 'irreversible' ? 'cannot be undone' : 'reaches people outside'
  return {
    code: 'gate_missing',
    severity: policy.uncoveredEffects === 'block' ? 'error' : 'warning',
    node: use.node.id,
    message: `"${use.action.title}" in "${nameOf(use.node)}" ${what} and ${reasons[reason]}`,
  }
}
