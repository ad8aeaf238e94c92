import type { ApprovalView } from '@/lib/workflow/views/approval-view'
import { headline } from './approval-words'

type ApprovalHeadingProps = { approval: ApprovalView; as: 'h1' | 'h2' }

/** The question in words: what would happen, not what the step is called. */
export function ApprovalHeading({ approval, as: Heading }: ApprovalHeadingProps) {
  const [first, ...rest] = approval.covers
  return (
    <Heading className="break-words text-xl">
      {first ? headline(first.preview) : approval.title}
      {rest.length > 0 ? `, and ${rest.length} more` : ''}
    </Heading>
  )
}
