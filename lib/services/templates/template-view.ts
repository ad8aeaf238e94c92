import type { TemplateRow } from '@/db/queries/system/templates'
import { actionCatalog } from '@/lib/connectors/index'
import { effectsOf } from '@/lib/policy/effects-of'
import type { TemplateSummary, TemplateView } from '@/lib/policy/views/workspace-views'
import { upgradeDocument } from '@/lib/workflow/upgrade'

/** A template as the catalog shows it: with what it would read and change before anyone installs it. */
export function toTemplateSummary(row: TemplateRow): TemplateSummary {
  const uses = effectsOf(upgradeDocument(row.document), actionCatalog)
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    category: row.category,
    connectors: unique(uses.map(({ action }) => action.id.split('.')[0] ?? action.id)),
    effects: unique(uses.map(({ action }) => action.effect)),
    publishedBy:
      row.publishedBy === null || row.publisherName === null
        ? null
        : { id: row.publishedBy, name: row.publisherName },
    publishedAt: row.createdAt.toISOString(),
    installs: row.installs,
  }
}

export function toTemplateView(row: TemplateRow): TemplateView {
  return {
    ...toTemplateSummary(row),
    document: upgradeDocument(row.document),
    slots: row.slots.map((slot) => ({ ...slot, actions: [...slot.actions] })),
  }
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}
