import type { Role } from './actor'

/** Who an approval names, and whose run it is about. */
export type Decidable = {
  readonly approverRoles: readonly string[]
  readonly approverMembers: readonly string[]
  readonly startedBy: string | null
}

export type Person = { readonly userId: string; readonly role: Role }

export type Verdict =
  /** `isOwnRun`: they started the run themselves, and the decision is recorded as self-confirmed. */
  { readonly may: true; readonly isOwnRun: boolean } | { readonly may: false; readonly why: string }

/** Roles that may decide at all, whatever an approval names. */
const deciding: readonly Role[] = ['owner', 'admin', 'builder', 'operator']

/**
 * May this person decide? They are named, by role or in person, and did not start the run; of their own run they may
 * when the policy allows it or when nobody else could. Everything is taken as it is at the moment of deciding.
 */
export function mayDecide(
  approval: Decidable,
  person: Person,
  { everyone, selfApproval }: { readonly everyone: readonly Person[]; readonly selfApproval: boolean },
): Verdict {
  const present = everyone.find(({ userId }) => userId === person.userId)
  if (!present || !isNamed(approval, present)) {
    return { may: false, why: 'This approval is for others.' }
  }
  if (approval.startedBy !== person.userId) return { may: true, isOwnRun: false }
  if (selfApproval) return { may: true, isOwnRun: true }
  const others = everyone.some((other) => other.userId !== person.userId && isNamed(approval, other))
  if (!others) return { may: true, isOwnRun: true }
  return { may: false, why: 'You started this run, so somebody else decides.' }
}

/** Is this person among those whom the approval asks? */
export function isNamed(approval: Decidable, { userId, role }: Person): boolean {
  if (!deciding.includes(role)) return false
  return approval.approverRoles.includes(role) || approval.approverMembers.includes(userId)
}
