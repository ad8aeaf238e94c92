import { cn } from './cn'

const initialsOf = (name: string) =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()

/** A person's initials. Decorative beside the name; alone, give `alone` so that the name is read. */
export function Avatar({ name, alone, className }: { name: string; alone?: boolean; className?: string }) {
  return (
    <span
      title={name}
      {...(alone ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
      className={cn(
        'inline-flex size-6 shrink-0 select-none items-center justify-center rounded-full bg-accent-soft font-medium text-[0.6875rem] text-accent leading-none',
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
