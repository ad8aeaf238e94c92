import { CircleAlert } from 'lucide-react'
import type { ApprovalView } from '@/lib/workflow/views/approval-view'

/** Later effects whose values nobody can know yet: said plainly, since approving lets them happen too. */
export function NotCovered({ approval }: { approval: ApprovalView }) {
  if (approval.notCovered.length === 0) return null
  return (
    <section
      aria-label="Not covered"
      className="rounded-card border border-write/40 bg-write-soft px-3.5 py-3"
    >
      <p className="flex items-center gap-2 font-medium">
        <CircleAlert className="size-4 shrink-0 text-write" aria-hidden />
        Not covered by this approval
      </p>
      <ul className="mt-1.5 flex flex-col gap-1 text-sm">
        {approval.notCovered.map((effect) => (
          <li key={effect.node}>
            <span className="font-medium">{effect.title}</span>: {effect.why}
          </li>
        ))}
      </ul>
    </section>
  )
}
