import { Command } from 'cmdk'
import type { DataRow } from './data-rows'
import { typeWord } from './type-word'

type DataPickerRowProps = {
  value: string
  row: DataRow
  source: string
  /** While searching, rows stand without their tree. */
  isFlat: boolean
  onPick: () => void
}

export function DataPickerRow({ value, row, source, isFlat, onPick }: DataPickerRowProps) {
  return (
    <Command.Item
      value={value}
      keywords={[row.label, source, row.sample ?? '', ...row.path.map(String)]}
      onSelect={onPick}
      className="flex min-h-control-small items-center gap-2 rounded-xs py-1 pr-2 text-sm data-[selected=true]:bg-sunken"
      style={{ paddingLeft: 8 + (isFlat ? 0 : row.depth * 14) }}
    >
      <span className="shrink-0">{row.label}</span>
      <span className="min-w-0 flex-1 truncate text-right text-muted text-xs" title={row.sample ?? undefined}>
        {row.sample ?? ''}
      </span>
      <span className="shrink-0 text-muted text-xs">
        {typeWord(row.type)}
        {row.mayBeMissing ? ', may be missing' : ''}
      </span>
    </Command.Item>
  )
}
