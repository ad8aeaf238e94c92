import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

type FoldedSectionProps = { title: string; hint?: string; isOpen?: boolean; children: ReactNode }

/** A part that most steps leave as it is. Says in a few words how it stands. */
export function FoldedSection({ title, hint, isOpen, children }: FoldedSectionProps) {
  return (
    <details open={isOpen === true} className="group border-line border-b last:border-b-0">
      <summary className="flex list-none items-center gap-2 px-4 py-3 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight
          className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
          aria-hidden
        />
        <h3 className="text-base">{title}</h3>
        {hint ? <span className="min-w-0 flex-1 truncate text-right text-muted text-sm">{hint}</span> : null}
      </summary>
      <div className="flex flex-col gap-3.5 px-4 pt-1 pb-4">{children}</div>
    </details>
  )
}
