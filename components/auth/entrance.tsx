import type { ReactNode } from 'react'
import { Wordmark } from '../frame/wordmark'

type EntranceProps = { title: string; description?: ReactNode; children: ReactNode }

/** The page before one is in: what it is, and one thing to do. */
export function Entrance({ title, description, children }: EntranceProps) {
  return (
    <div className="flex min-h-dvh flex-col px-4">
      <header className="mx-auto w-full max-w-100 pt-10 sm:pt-[12dvh]">
        <Wordmark />
      </header>
      <main className="mx-auto w-full max-w-100 flex-1 py-8">
        <h1 className="text-2xl">{title}</h1>
        {description ? <p className="mt-2 text-muted">{description}</p> : null}
        <div className="mt-6">{children}</div>
      </main>
      <footer className="mx-auto w-full max-w-100 pb-8 text-muted text-sm">
        Draw it. See what it can touch. Approve what matters.
      </footer>
    </div>
  )
}
