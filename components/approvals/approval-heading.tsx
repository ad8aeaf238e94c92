'use client'

import type { ApprovalView, CoveredEffect } from '@/lib/workflow/views/approval-view'
import { headline, withLabels } from './approval-words'
import { usePickedLabels } from './use-picked-labels'

type ApprovalHeadingProps = { approval: ApprovalView; as: 'h1' | 'h2' }

/** The question in words: what would happen, not what the step is called. */
export function ApprovalHeading({ approval, as: Heading }: ApprovalHeadingProps) {
  const [first, ...rest] = approval.covers
  return (
    <Heading className="break-words text-xl">
      {first ? <Named effect={first} /> : approval.title}
      {rest.length > 0 ? `, and ${rest.length} more` : ''}
    </Heading>
  )
}

function Named({ effect }: { effect: CoveredEffect }) {
  return headline(withLabels(effect, usePickedLabels(effect)).preview)
}
