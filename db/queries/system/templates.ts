import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { TemplateId } from '../../../lib/core/ids'
import type { Database } from '../../client'
import { users } from '../../schema/identity'
import { templates } from '../../schema/workflows'
import type { Cursor } from '../page'

// The catalog belongs to the whole installation: what is published there, every member may see.

const columns = {
  id: templates.id,
  workspaceId: templates.workspaceId,
  name: templates.name,
  description: templates.description,
  category: templates.category,
  document: templates.document,
  slots: templates.slots,
  publishedBy: users.id,
  publisherName: users.name,
  installs: templates.installs,
  createdAt: templates.createdAt,
}

export type TemplateRow = Awaited<ReturnType<typeof listTemplates>>[number]

/** The catalog, the newest first. */
export async function listTemplates(
  db: Database,
  {
    cursor,
    limit,
    search,
    category,
  }: { cursor: Cursor | null; limit: number; search: string | undefined; category: string | undefined },
) {
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return db
    .select(columns)
    .from(templates)
    .leftJoin(users, eq(users.id, templates.publishedBy))
    .where(
      and(
        isNull(templates.removedAt),
        category === undefined ? undefined : eq(templates.category, category),
        pattern === null
          ? undefined
          : sql`(${templates.name} ilike ${pattern} or ${templates.description} ilike ${pattern})`,
        cursor
          ? sql`(${templates.createdAt}, ${templates.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`
          : undefined,
      ),
    )
    .orderBy(desc(templates.createdAt), desc(templates.id))
    .limit(limit)
}

export async function findTemplate(db: Database, id: TemplateId): Promise<TemplateRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(templates)
    .leftJoin(users, eq(users.id, templates.publishedBy))
    .where(and(eq(templates.id, id), isNull(templates.removedAt)))
  return row
}

export async function countInstall(db: Database, id: TemplateId): Promise<void> {
  await db
    .update(templates)
    .set({ installs: sql`${templates.installs} + 1` })
    .where(eq(templates.id, id))
}
