import { z } from 'zod'
import {
  type ApprovalId,
  type ArtifactId,
  type ConnectionId,
  type InvitationId,
  isId,
  type ProviderId,
  type RunId,
  type TemplateId,
  type TokenId,
  type UserId,
  type WorkflowId,
} from '@/lib/core/ids'

function idParam<Id extends string>(prefix: string) {
  return z
    .custom<Id>((value) => isId<Id>(prefix, value))
    .meta({ override: { type: 'string', pattern: `^${prefix}_[0-9a-z]+$` } })
}

export const userParam = idParam<UserId>('usr')
export const invitationParam = idParam<InvitationId>('inv')
export const tokenParam = idParam<TokenId>('tok')
export const connectionParam = idParam<ConnectionId>('con')
export const providerParam = idParam<ProviderId>('mdl')
export const workflowParam = idParam<WorkflowId>('wfl')
export const templateParam = idParam<TemplateId>('tpl')
export const runParam = idParam<RunId>('run')
export const artifactParam = idParam<ArtifactId>('art')
export const approvalParam = idParam<ApprovalId>('apr')

/** `?cursor=&limit=` of every list with pages. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
}

/** One or more words of a closed set, with commas between: `?status=running,waiting`. */
export function listField<const Word extends string>(words: readonly Word[]) {
  return z
    .string()
    .max(500)
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(z.enum(words)))
}

/** A step's path (`each_1[3].send`): its brackets may arrive percent-encoded. */
export const stepPathParam = z
  .string()
  .min(1)
  .max(400)
  .transform((path) => path.replace(/%5B/gi, '[').replace(/%5D/gi, ']'))
