/**
 * Ids are strings with a prefix that says what they name (`run_…`), branded so that one kind cannot be passed
 * for another. They are made by `db/new-id.ts`: this folder knows no chance.
 */
type Brand<Name extends string> = string & { readonly __brand: Name }

export type UserId = Brand<'UserId'>
export type WorkspaceId = Brand<'WorkspaceId'>
export type ConnectionId = Brand<'ConnectionId'>
export type ProviderId = Brand<'ProviderId'>
export type WorkflowId = Brand<'WorkflowId'>
export type VersionId = Brand<'VersionId'>
export type TemplateId = Brand<'TemplateId'>
export type RunId = Brand<'RunId'>
export type ArtifactId = Brand<'ArtifactId'>
export type ApprovalId = Brand<'ApprovalId'>
export type AwaitedCallId = Brand<'AwaitedCallId'>
export type EffectId = Brand<'EffectId'>
export type QuestionId = Brand<'QuestionId'>
export type TokenId = Brand<'TokenId'>
export type InvitationId = Brand<'InvitationId'>

/** Is this text an id of that kind, by its look? Whether such a thing exists, the database knows. */
export function isId<Id extends string>(prefix: string, value: unknown): value is Id {
  return (
    typeof value === 'string' && /^[a-z]{3}_[0-9a-z]{1,60}$/.test(value) && value.startsWith(`${prefix}_`)
  )
}
