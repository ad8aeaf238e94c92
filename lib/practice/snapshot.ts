import { z } from 'zod'

const item = z.record(z.string(), z.unknown())

/** All that an emulated service remembers, as plain data. The names of collections are the emulator's. */
export const snapshotSchema = z.object({
  collections: z.record(
    z.string(),
    z.object({ items: z.array(item), autoId: z.number(), indexFields: z.array(z.string()) }),
  ),
  data: z.record(z.string(), z.unknown()),
})

export type Snapshot = z.infer<typeof snapshotSchema>

/** The items of a collection, each parsed by the schema; one that does not fit is left out. */
export function itemsOf<Item>(snapshot: Snapshot, collection: string, schema: z.ZodType<Item>): Item[] {
  return (snapshot.collections[collection]?.items ?? []).flatMap((each) => {
    const parsed = schema.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
}

/** The same snapshot with each item of a collection changed. */
export function withItems(
  snapshot: Snapshot,
  collection: string,
  change: (item: Readonly<Record<string, unknown>>, index: number) => Record<string, unknown>,
): Snapshot {
  const found = snapshot.collections[collection]
  if (!found) return snapshot
  return {
    ...snapshot,
    collections: { ...snapshot.collections, [collection]: { ...found, items: found.items.map(change) } },
  }
}
