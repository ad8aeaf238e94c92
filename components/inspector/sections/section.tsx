import type { ReactNode } from 'react'

/** One part of a step's panel. */
export function Section({
  title,
  children,
  aside,
}: {
  title: string
  children: ReactNode
  aside?: ReactNode
}) {
  return (
    <section className="flex flex-col gap-3.5 border-line border-b px-4 py-4 last:border-b-0">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-base">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
