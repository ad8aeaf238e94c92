'use client'

import { Button } from '../ui/button'
import { CopyButton } from '../ui/copy-button'
import { Dialog } from '../ui/dialog'

type LinkDialogProps = { title: string; description: string; link: string | null; onClose: () => void }

/** Something that is shown once, with a button to copy it. */
export function LinkDialog({ title, description, link, onClose }: LinkDialogProps) {
  return (
    <Dialog
      open={link !== null}
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <div className="flex items-start gap-2 rounded-control border border-line bg-sunken p-3">
        <code className="min-w-0 flex-1 select-all break-all font-mono text-sm">{link}</code>
        <CopyButton value={link ?? ''} />
      </div>
    </Dialog>
  )
}
