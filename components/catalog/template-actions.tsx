'use client'

import { Ellipsis, Trash2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { isId, type UserId } from '@/lib/core/ids'
import type { TemplateView } from '@/lib/policy/views/workspace-views'
import { useCall, useRefresh } from '../api/use-api'
import { useLink, useMay } from '../api/workspace-context'
import { ConfirmDialog } from '../ui/alert-dialog'
import { Button } from '../ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '../ui/dropdown-menu'
import { IconButton } from '../ui/icon-button'
import { toast } from '../ui/toast'
import { InstallDialog } from './install-dialog'

/** What can be done with a template: install it, and, for those who may, take it out of the catalog. */
export function TemplateActions({ template }: { template: TemplateView }) {
  const router = useRouter()
  const link = useLink()
  const { call, busy, error } = useCall()
  const refresh = useRefresh()
  const mayInstall = useMay('template.install')
  const by = template.publishedBy?.id
  const mayDelete = useMay('template.delete', { ownerId: isId<UserId>('usr', by) ? by : null })
  const [asking, setAsking] = useState<'install' | 'delete' | null>(null)
  const remove = async () => {
    if (!(await call({ path: `/templates/${template.id}`, method: 'DELETE' }))) return
    await refresh('/templates')
    toast.done(`‘${template.name}’ is no longer in the catalog.`)
    router.replace(link('catalog'))
    router.refresh()
  }
  return (
    <>
      {mayInstall ? (
        <Button variant="primary" onClick={() => setAsking('install')}>
          Install
        </Button>
      ) : null}
      {mayDelete ? (
        <Menu>
          <MenuTrigger asChild>
            <IconButton label="More for this template">
              <Ellipsis />
            </IconButton>
          </MenuTrigger>
          <MenuContent align="end">
            <MenuItem danger onSelect={() => setAsking('delete')}>
              <Trash2 aria-hidden /> Take out of the catalog…
            </MenuItem>
          </MenuContent>
        </Menu>
      ) : null}
      {asking === 'install' ? (
        <InstallDialog template={template} open onOpenChange={(open) => !open && setAsking(null)} />
      ) : null}
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => setAsking(open ? 'delete' : null)}
        title={`Take ‘${template.name}’ out of the catalog?`}
        action="Delete template"
        onConfirm={remove}
        busy={busy}
        error={error}
      >
        Workflows that were installed from it stay as they are.
      </ConfirmDialog>
    </>
  )
}
