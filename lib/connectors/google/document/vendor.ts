import { z } from 'zod'

const textRun = z.object({
  content: z.string().default(''),
  textStyle: z
    .object({
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      strikethrough: z.boolean().optional(),
      link: z.object({ url: z.string().optional() }).optional(),
      weightedFontFamily: z.object({ fontFamily: z.string().optional() }).optional(),
    })
    .default({}),
})

const paragraph = z.object({
  elements: z.array(z.object({ textRun: textRun.optional() })).default([]),
  paragraphStyle: z.object({ namedStyleType: z.string().optional() }).default({}),
  bullet: z.object({ listId: z.string().optional(), nestingLevel: z.number().default(0) }).optional(),
})

export type Paragraph = z.infer<typeof paragraph>

/** A paragraph, or a table whose cells hold such parts again. */
export type Structure = {
  readonly endIndex: number
  readonly paragraph?: Paragraph | undefined
  readonly table?: { readonly tableRows: readonly Row[] } | undefined
}

type Row = { readonly tableCells: readonly { readonly content: readonly Structure[] }[] }

const structure: z.ZodType<Structure> = z.lazy(() =>
  z.object({ endIndex: z.number().default(0), paragraph: paragraph.optional(), table: table.optional() }),
)

const table = z.object({
  tableRows: z
    .array(
      z.object({ tableCells: z.array(z.object({ content: z.array(structure).default([]) })).default([]) }),
    )
    .default([]),
})

const segments = z.record(z.string(), z.object({ content: z.array(structure).default([]) })).default({})

/** Of a Google document only what is used. An answer without it is no answer of Google. */
export const vendorDocument = z.object({
  documentId: z.string(),
  title: z.string(),
  revisionId: z.string().default(''),
  body: z.object({ content: z.array(structure).default([]) }),
  headers: segments,
  footers: segments,
  footnotes: segments,
  lists: z
    .record(
      z.string(),
      z.object({
        listProperties: z
          .object({ nestingLevels: z.array(z.object({ glyphType: z.string().optional() })).default([]) })
          .default({ nestingLevels: [] }),
      }),
    )
    .default({}),
  namedRanges: z.record(z.string(), z.unknown()).default({}),
})

export type VendorDocument = z.infer<typeof vendorDocument>
