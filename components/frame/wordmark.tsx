import type { SVGProps } from 'react'
import { cn } from '../ui/cn'

/** The mark: a rail that rises, on three posts. */
function Mark(props: SVGProps<SVGSVGElement>) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.25"
      strokeLinecap="round"
      {...props}
    >
      <title>Handrail</title>
      <path d="M3 15.5 21 6.5" />
      <path d="M6 14v6.5M12 11v9.5M18 8v12.5" strokeWidth="1.75" />
    </svg>
  )
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2 font-semibold text-lg tracking-tight', className)}>
      <Mark className="size-6 text-accent" aria-hidden />
      Handrail
    </span>
  )
}
