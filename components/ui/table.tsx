import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A quiet table: hairlines between rows, nothing else. On narrow screens it scrolls sideways in its own box. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-raised">
      <table className={cn('w-full border-collapse text-left', className)} {...rest} />
    </div>
  )
}

export function TableHead({ className, ...rest }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      className={cn(
        'whitespace-nowrap border-line border-b px-3 py-2 font-medium text-muted text-xs',
        className,
      )}
      {...rest}
    />
  )
}

export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={cn('border-line [&:not(:last-child)>td]:border-b', className)} {...rest} />
}

export function TableCell({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={cn('border-line px-3 py-2 align-middle', className)} {...rest} />
}
