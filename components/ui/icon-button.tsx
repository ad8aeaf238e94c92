import type { ReactNode } from 'react'
import { Button, type ButtonProps } from './button'
import { cn } from './cn'
import { Tip } from './tooltip'

type IconButtonProps = Omit<ButtonProps, 'aria-label' | 'children'> & {
  /** Its name for screen readers, and its tooltip. */
  label: string
  /** A key that does the same, shown in the tooltip. */
  shortcut?: string
  children: ReactNode
  side?: 'top' | 'right' | 'bottom' | 'left'
}

export function IconButton({ label, shortcut, side, className, size, children, ...rest }: IconButtonProps) {
  return (
    <Tip text={label} {...(shortcut ? { shortcut } : {})} {...(side ? { side } : {})}>
      <Button
        variant="ghost"
        size={size}
        aria-label={label}
        className={cn(size === 'sm' ? 'w-control-small px-0' : 'w-control px-0', className)}
        {...rest}
      >
        {children}
      </Button>
    </Tip>
  )
}
