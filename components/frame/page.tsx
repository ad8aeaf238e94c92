import type { ReactNode } from 'react'
import { cn } from '../ui/cn'

const widths = { narrow: 'max-w-180', normal: 'max-w-260', wide: 'max-w-360' } as const

/** The measure and padding of every page that is not a canvas. */
export function Page({ width = 'normal', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return <div className={cn('mx-auto w-full px-4 py-6 sm:px-8 sm:py-10', widths[width])}>{children}</div>
}
