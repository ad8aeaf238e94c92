import type { Role } from '@/lib/policy/actor'

/** What each role may do, in a line. */
export const roleWords: Readonly<Record<Role, { readonly label: string; readonly hint: string }>> = {
  owner: { label: 'Owner', hint: 'Everything, and who else owns it' },
  admin: { label: 'Admin', hint: 'Members, models, policy, and all of building' },
  builder: { label: 'Builder', hint: 'Draws and publishes workflows' },
  operator: { label: 'Operator', hint: 'Starts workflows and decides approvals' },
  viewer: { label: 'Viewer', hint: 'Sees, and changes nothing' },
}

export const roleOptions = Object.entries(roleWords).map(([value, { label, hint }]) => ({
  value,
  label,
  hint,
}))

export function isRole(value: string): value is Role {
  return value in roleWords
}
