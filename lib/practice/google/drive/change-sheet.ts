import { z } from 'zod'
import { invalid } from './refusal'
import type { SheetCell, Tab } from './state'

const extended = z.object({
  stringValue: z.string().optional(),
  numberValue: z.number().optional(),
  boolValue: z.boolean().optional(),
  formulaValue: z.string().optional(),
})

const requestSchema = z.union([
  z.strictObject({
    appendCells: z.object({
      sheetId: z.number(),
      rows: z.array(
        z.object({ values: z.array(z.object({ userEnteredValue: extended.default({}) })).default([]) }),
      ),
      fields: z.string(),
    }),
  }),
  z.strictObject({
    createDeveloperMetadata: z.object({
      developerMetadata: z.object({
        metadataKey: z.string(),
        metadataValue: z.string(),
        location: z.object({ sheetId: z.number() }),
        visibility: z.enum(['DOCUMENT', 'PROJECT']),
      }),
    }),
  }),
  z.strictObject({
    deleteDeveloperMetadata: z.object({
      dataFilter: z.object({ developerMetadataLookup: z.object({ metadataId: z.number() }) }),
    }),
  }),
])

export const sheetBatchSchema = z.object({ requests: z.array(requestSchema).min(1) })

/** The tabs after every request of a `batchUpdate`, in their order. */
export function changeSheet(
  before: readonly Tab[],
  requests: z.infer<typeof sheetBatchSchema>['requests'],
): Tab[] {
  const tabs = structuredClone([...before])
  const find = (sheetId: number) => {
    const found = tabs.find((each) => each.sheetId === sheetId)
    if (!found) throw invalid(`Invalid requests: No grid with id: ${sheetId}`)
    return found
  }
  for (const request of requests) {
    if ('appendCells' in request) {
      const { sheetId, rows } = request.appendCells
      find(sheetId).rows.push(
        ...rows.map(({ values }) => values.map(({ userEnteredValue }) => toCell(userEnteredValue))),
      )
    } else if ('createDeveloperMetadata' in request) {
      const { metadataKey, metadataValue, location } = request.createDeveloperMetadata.developerMetadata
      const { metadata } = find(location.sheetId)
      const metadataId = Math.max(0, ...metadata.map((each) => each.metadataId)) + 1
      metadata.push({ metadataId, metadataKey, metadataValue })
    } else {
      const { metadataId } = request.deleteDeveloperMetadata.dataFilter.developerMetadataLookup
      for (const tab of tabs) tab.metadata = tab.metadata.filter((each) => each.metadataId !== metadataId)
    }
  }
  return tabs
}

function toCell({ stringValue, numberValue, boolValue, formulaValue }: z.infer<typeof extended>): SheetCell {
  if (formulaValue !== undefined) return { formula: formulaValue }
  return stringValue ?? numberValue ?? boolValue ?? ''
}
