import { titleOf } from '@/components/canvas/card/title-of'
import { wholeIndex } from '@/components/editor/store/node-index'
import type { Json } from '@/lib/core/json'
import type { WorkflowDocument } from '@/lib/workflow/document'
import { outputTypes } from '@/lib/workflow/output-types'
import { typeAt } from '@/lib/workflow/type-at'
import type { ValueType } from '@/lib/workflow/value-type'
import type { ChipLook } from '../binding/chip-widget'
import type { Reference } from '../binding/reference-text'
import { actionCatalog, type DataSource, iconOfNode } from './data-sources'
import { sampleAt, sampleText } from './sample-value'

type Surroundings = {
  readonly document: WorkflowDocument
  readonly sources: readonly DataSource[]
  readonly samples: Readonly<Record<string, Json>>
}

/** What a chip shows for a reference, and what is wrong with it. */
export function describeReference(
  { from, path }: Reference,
  { document, sources, samples }: Surroundings,
): ChipLook {
  const node = wholeIndex(document).get(from)
  if (!node) {
    const label = ['a deleted step', ...path].join(' · ')
    return {
      label,
      icon: '',
      sample: null,
      broken: 'The step was deleted. Take this out and pick other data.',
    }
  }
  const title = titleOf(node)
  const type =
    sources.find((source) => source.id === from)?.type ?? outputTypes(document, actionCatalog).of(from)
  const way = type ? wayInWords(type, path) : path.map(String)
  const label = way.length > 0 ? `${title} · ${way.join(' › ')}` : title
  const look = { label, icon: iconOfNode(node), sample: sampleText(sampleAt(samples[from], path)) }
  if (!sources.some((source) => source.id === from)) {
    return { ...look, broken: `“${title}” does not come before this step. Connect it, or pick other data.` }
  }
  const found = type ? typeAt(type, path) : null
  if (found && !found.found) {
    return { ...look, broken: `“${title}” gives no “${found.key}”. Pick other data.` }
  }
  return { ...look, broken: null }
}

/** The way into a value by the titles of its fields; list places count from one, as people do. */
export function wayInWords(root: ValueType, path: readonly (string | number)[]): string[] {
  const words: string[] = []
  let type: ValueType | undefined = root
  for (const key of path) {
    if (typeof key === 'number') {
      words.push(`${key + 1}.`)
      type = type?.kind === 'list' ? type.item : undefined
      continue
    }
    const field: { type: ValueType; title?: string } | undefined =
      type?.kind === 'object' && Object.hasOwn(type.fields, key) ? type.fields[key] : undefined
    words.push(field?.title ?? key.replaceAll('_', ' '))
    type = field?.type
  }
  return words
}
