import type { approvals, decisions } from '../../schema/runs'

export type ApprovalRow = typeof approvals.$inferSelect
export type NewApproval = typeof approvals.$inferInsert
export type DecisionRow = typeof decisions.$inferSelect
