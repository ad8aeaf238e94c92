import type { AuditView } from '@/lib/policy/views/workspace-views'

const verbs: Readonly<Record<string, string>> = {
  approve: 'approved',
  cancel: 'cancelled',
  change: 'changed',
  check: 'tried',
  copy: 'copied',
  create: 'made',
  decide: 'decided',
  delete: 'deleted',
  disable: 'shut out or let in',
  duplicate: 'duplicated',
  export: 'exported',
  import: 'imported',
  install: 'installed',
  invite: 'invited',
  join: 'joined as',
  live: 'put live',
  pause: 'paused',
  policy: 'changed the policy of',
  publish: 'published',
  reject: 'rejected',
  remove: 'removed',
  rename: 'renamed',
  replace_secret: 'replaced the secret of',
  reset_link: 'made a reset link for',
  resolve: 'settled a step of',
  restore: 'restored',
  resume: 'switched on',
  retry: 'retried',
  revoke: 'revoked',
  role: 'changed the role of',
  set_up: 'set up',
  start: 'started',
  test: 'tested a step of',
  uninvite: 'took back the invitation of',
  update: 'changed',
}

/** Where a verb and a noun do not tell it: accounts, and what was refused. */
const sentences: Readonly<Record<string, (name: string) => string>> = {
  'access.denied': (call) => `was refused: ${call}`,
  'session.sign_in': () => 'signed in',
  'session.sign_in_failed': (email) => `refused a sign-in as ‘${email}’: the password was wrong`,
  'session.sign_out': () => 'signed out',
  'account.password': () => 'changed their password',
  'account.password_reset': () => 'set a new password with a reset link',
}

/** "published the workflow ‘Issue triage’": what was done, after the name of who did it. */
export function auditSentence({ action, subject }: Pick<AuditView, 'action' | 'subject'>): string {
  const own = sentences[action]
  if (own) return own(subject.name ?? 'someone')
  const [, verb = action] = action.split('.')
  const word = verbs[verb] ?? verb.replaceAll('_', ' ')
  const name = subject.name ? ` ‘${subject.name}’` : ''
  return `${word} the ${subject.type.replaceAll('_', ' ')}${name}`
}
