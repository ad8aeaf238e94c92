import type { effects } from '../../schema/runs'

export type EffectRow = typeof effects.$inferSelect
export type NewEffect = typeof effects.$inferInsert
