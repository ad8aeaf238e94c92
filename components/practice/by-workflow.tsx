import { Workflow } from 'lucide-react'
import { Badge } from '../ui/badge'

/** Marks what a workflow wrote, among what was there before. */
export function ByWorkflow() {
  return (
    <Badge tone="accent">
      <Workflow aria-hidden /> by a workflow
    </Badge>
  )
}
