import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const buttonStyle = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-medium transition-colors duration-100 active:translate-y-px aria-disabled:pointer-events-none disabled:pointer-events-none aria-disabled:opacity-50 disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-on-accent hover:bg-accent-strong',
        secondary: 'border border-line bg-raised hover:border-control-line hover:bg-sunken',
        ghost: 'text-muted hover:bg-sunken hover:text-text',
        danger: 'bg-irreversible text-on-irreversible hover:opacity-90',
        'danger-quiet': 'border border-line bg-raised text-irreversible hover:bg-irreversible-soft',
        link: 'text-accent underline-offset-4 hover:underline',
      },
      size: {
        md: 'h-control px-3 text-base',
        sm: 'h-control-small px-2.5 text-sm',
        lg: 'h-10 px-4 text-base',
      },
    },
    compoundVariants: [{ variant: 'link', class: 'h-auto px-0' }],
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonProps = ComponentProps<'button'> &
  VariantProps<typeof buttonStyle> & {
    /** Renders the one child (a link) in the button's place. */
    asChild?: boolean
    /** The thing it started is under way: it turns, says so, and cannot be pressed again. */
    busy?: boolean
  }

export function Button({
  variant,
  size,
  asChild,
  busy,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  const style = cn(buttonStyle({ variant, size }), className)
  if (asChild) {
    return (
      <Slot.Root className={style} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  return (
    <button
      type="button"
      className={style}
      disabled={disabled === true || busy === true}
      aria-busy={busy === true ? true : undefined}
      {...rest}
    >
      {busy ? <LoaderCircle className="animate-spin" aria-hidden /> : null}
      {children}
    </button>
  )
}
