import { CopyButton } from '../../ui/copy-button'

/** Where another system makes a waiting run go on, once. */
export function CallAddress({ address }: { address: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2 rounded-card border border-line bg-surface py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 truncate font-mono text-sm">{address}</code>
        <CopyButton value={address} label="Copy the address" />
      </div>
      <p className="text-muted text-sm">
        One POST to this address makes the run go on, with the body that it carries. Opening it in a browser
        does nothing.
      </p>
    </div>
  )
}
