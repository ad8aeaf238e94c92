import { z } from 'zod'

/** A mark of a text: bold, a link and the like. */
export type AdfMark = { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }

/** A node of the Atlassian Document Format. Which may stand in which: developer.atlassian.com, “ADF structure”. */
export type AdfNode = {
  readonly type: string
  readonly text?: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly marks?: readonly AdfMark[]
  readonly content?: readonly AdfNode[]
}

export type AdfDocument = { readonly type: 'doc'; readonly version: 1; readonly content: readonly AdfNode[] }

const attributes = z.record(z.string(), z.unknown())

const node: z.ZodType<AdfNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    text: z.string().exactOptional(),
    attrs: attributes.exactOptional(),
    marks: z.array(z.object({ type: z.string(), attrs: attributes.exactOptional() })).exactOptional(),
    content: z.array(node).exactOptional(),
  }),
)

/** What Jira answers where a text stands. Other versions of the format may come; they are read as far as they go. */
export const adfDocument = z.object({ type: z.literal('doc'), version: z.number(), content: z.array(node) })
