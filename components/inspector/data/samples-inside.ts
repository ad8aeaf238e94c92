import { wholeIndex } from '@/components/editor/store/node-index'
import type { Json } from '@/lib/core/json'
import type { Binding } from '@/lib/workflow/binding'
import type { WorkflowDocument, WorkflowNode } from '@/lib/workflow/document'
import type { DataSource } from './data-sources'
import { sampleAt } from './sample-value'

type Samples = Readonly<Record<string, Json>>

/** The samples as they are to be read inside of loops: a loop's own id stands for its first item there. */
export function samplesInside(
  samples: Samples,
  { sources, document }: { readonly sources: readonly DataSource[]; readonly document: WorkflowDocument },
): Samples {
  const inside = sources.filter(({ isInside }) => isInside)
  if (inside.length === 0) return samples
  const nodes = wholeIndex(document)
  // From the outside in: an inner loop may go over what the item of an outer one holds.
  return inside.reduceRight<Samples>((known, { id }) => {
    const node = nodes.get(id)
    const { [id]: _own, ...others } = known
    const item = node && firstOf(itemsOf(node), known)
    return item === undefined ? others : { ...others, [id]: { item, index: 0 } }
  }, samples)
}

function itemsOf(node: WorkflowNode): Binding | undefined {
  return node.type === 'each' || node.type === 'list' ? node.config.items : undefined
}

function firstOf(binding: Binding | undefined, samples: Samples): Json | undefined {
  if (!binding) return undefined
  const list =
    'from' in binding
      ? sampleAt(samples[binding.from], binding.path)
      : 'value' in binding
        ? binding.value
        : undefined
  return Array.isArray(list) ? list[0] : undefined
}
