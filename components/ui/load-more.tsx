import { Button } from './button'

/** The foot of a list that goes on. */
export function LoadMore({ more, busy }: { more: (() => void) | null; busy: boolean }) {
  if (!more) return null
  return (
    <div className="mt-4 flex justify-center">
      <Button onClick={more} busy={busy}>
        Show more
      </Button>
    </div>
  )
}
