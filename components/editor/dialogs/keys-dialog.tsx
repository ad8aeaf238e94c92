'use client'

import { Dialog } from '@/components/ui/dialog'
import { Kbd } from '@/components/ui/kbd'
import { commands } from '../keys/commands'
import { useEditorStore } from '../store/editor-context'

const groups = ['Build', 'Edit', 'Move', 'Run'] as const

const further = [
  { title: 'Copy, cut, paste', keys: ['Mod+C', 'Mod+X', 'Mod+V'], group: 'Edit' },
  { title: 'Data from earlier steps, in a field', keys: ['/'], group: 'Edit' },
]

/** All keys of the editor, from the same table that answers them. */
export function KeysDialog() {
  const store = useEditorStore()
  const rows = [...commands, ...further]
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? null : store.setState({ dialog: null }))}
      title="Keys"
      size="lg"
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="mb-1.5 text-muted text-sm">{group}</h3>
            <dl className="flex flex-col gap-1">
              {rows
                .filter((row) => row.group === group)
                .map(({ title, keys }) => (
                  <div key={title} className="flex items-center justify-between gap-3">
                    <dt>{title}</dt>
                    <dd className="flex shrink-0 gap-2">
                      {keys.map((key) => (
                        <Kbd key={key} keys={key.replace('Arrow', '')} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
