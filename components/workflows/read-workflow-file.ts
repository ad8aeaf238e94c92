// A document is at most 1 MB as the server counts it; indentation may double that.
const largestFile = 2_000_000

export type WorkflowFile = { name: string; document: unknown }

/** Reads an exported workflow. The server checks the document; this only finds it, or says why it cannot. */
export async function readWorkflowFile(file: File): Promise<WorkflowFile | { problem: string }> {
  if (file.size > largestFile) {
    return { problem: 'This file is too large for a workflow, which is at most 1 MB. Choose another.' }
  }
  let content: unknown
  try {
    content = JSON.parse(await file.text())
  } catch {
    return { problem: 'This file is not JSON. Choose one that was exported from Handrail.' }
  }
  const ownName = file.name.replace(/(\.handrail)?\.json$/i, '') || 'Imported workflow'
  if (typeof content !== 'object' || content === null) return { problem: notOurs }
  const name = 'name' in content && typeof content.name === 'string' ? content.name : ownName
  if ('document' in content) return { name, document: content.document }
  if ('nodes' in content) return { name, document: content }
  return { problem: notOurs }
}

const notOurs = 'There is no workflow in this file. Choose one that was exported from Handrail.'
