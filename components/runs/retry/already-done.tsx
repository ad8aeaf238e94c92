import type { EffectView } from '@/lib/workflow/views/run-view'
import { Checkbox } from '../../ui/checkbox'
import { EffectLines } from '../step/effect-lines'

type AlreadyDoneProps = {
  effects: readonly EffectView[]
  again: boolean
  onAgain: (again: boolean) => void
}

/** What was done outside and stays done; only a person's word has it done once more. */
export function AlreadyDone({ effects, again, onAgain }: AlreadyDoneProps) {
  return (
    <section aria-label="Done already" className="flex flex-col gap-3 rounded-card border border-line p-3.5">
      <div>
        <p className="font-medium">
          {again ? 'Done already, and done once more' : 'Done already, and not done again'}
        </p>
        <p className="text-muted text-sm">
          {again
            ? 'A step that comes here does it a second time.'
            : 'A step that comes here takes the answer of then, also when its values have changed.'}
        </p>
      </div>
      <div className="max-h-48 overflow-y-auto">
        <EffectLines effects={effects} />
      </div>
      <Checkbox checked={again} onCheckedChange={onAgain} label="Do these again" />
    </section>
  )
}
