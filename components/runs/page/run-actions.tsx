'use client'

import { Ellipsis, Link2, SquarePen, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { RunView } from '@/lib/workflow/views/run-view'
import { useCall, useRefresh } from '../../api/use-api'
import { useLink, useMay } from '../../api/workspace-context'
import { ConfirmDialog } from '../../ui/alert-dialog'
import { Button } from '../../ui/button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/dropdown-menu'
import { IconButton } from '../../ui/icon-button'
import { toast } from '../../ui/toast'
import { RetryButton } from '../retry/retry-button'
import { isUnderWay } from '../run-words'

/** What can be done to a run as a whole. */
export function RunActions({ run }: { run: RunView }) {
  const link = useLink()
  const router = useRouter()
  const refresh = useRefresh()
  const { call, busy } = useCall()
  const [asking, setAsking] = useState<'cancel' | 'delete' | null>(null)
  const mayCancel = useMay('run.cancel')
  const mayDelete = useMay('run.delete')
  const underWay = isUnderWay(run.status)

  const cancel = async () => {
    if (await call({ path: `/runs/${run.id}/cancel`, method: 'POST', body: {} })) await refresh('/runs')
    else toast.failed('The run could not be cancelled. It may have ended meanwhile.')
    setAsking(null)
  }
  const remove = async () => {
    if (await call({ path: `/runs/${run.id}`, method: 'DELETE' })) {
      toast.done('The run and its data are deleted.')
      router.replace(link('runs'))
    } else toast.failed('The run could not be deleted. Try again in a moment.')
    setAsking(null)
  }
  const copyLink = () =>
    void navigator.clipboard.writeText(window.location.href).then(() => toast.done('The address is copied.'))
  return (
    <div className="flex shrink-0 items-center gap-2">
      {underWay && mayCancel ? <Button onClick={() => setAsking('cancel')}>Cancel run</Button> : null}
      {underWay ? null : <RetryButton run={run} label="Run again" />}
      <Menu>
        <MenuTrigger asChild>
          <IconButton label="More for this run">
            <Ellipsis />
          </IconButton>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem asChild>
            <Link href={link(`workflows/${run.workflow.id}?run=${run.id}`)}>
              <SquarePen aria-hidden /> Open in the editor
            </Link>
          </MenuItem>
          <MenuItem onSelect={copyLink}>
            <Link2 aria-hidden /> Copy the address
          </MenuItem>
          {mayDelete && !underWay ? (
            <>
              <MenuSeparator />
              <MenuItem danger onSelect={() => setAsking('delete')}>
                <Trash2 aria-hidden /> Delete its data…
              </MenuItem>
            </>
          ) : null}
        </MenuContent>
      </Menu>
      <ConfirmDialog
        open={asking === 'cancel'}
        onOpenChange={(open) => setAsking(open ? 'cancel' : null)}
        title="Cancel this run?"
        action="Cancel run"
        dismiss="Let it run"
        onConfirm={cancel}
        busy={busy}
      >
        What it has done stays done. A call that is on its way is let finish; nothing new starts.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => setAsking(open ? 'delete' : null)}
        title={`Delete the data of this run of ‘${run.workflow.name}’?`}
        action="Delete run"
        onConfirm={remove}
        busy={busy}
      >
        Its inputs, outputs and steps are erased. What it did outside is not taken back.
      </ConfirmDialog>
    </div>
  )
}
