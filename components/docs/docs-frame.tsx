import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '../frame/wordmark'

/** Around every page of the documentation: whoever reads it need not be signed in. */
export function DocsFrame({ children }: { children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-280 flex-col px-4 sm:px-8">
      <header className="flex items-center justify-between gap-4 border-line border-b py-4">
        <Link href="/" className="inline-flex rounded-xs" aria-label="Handrail">
          <Wordmark />
        </Link>
        <nav aria-label="Documentation">
          <Link href="/docs/connectors" className="rounded-xs text-muted hover:text-text">
            Connectors
          </Link>
        </nav>
      </header>
      <main id="content" className="flex-1 py-8">
        {children}
      </main>
    </div>
  )
}
