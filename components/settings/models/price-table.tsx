'use client'

import { Plus, X } from 'lucide-react'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Input } from '../../ui/input'
import type { PriceDraft } from './provider-draft'

type PriceTableProps = { prices: readonly PriceDraft[]; onChange: (prices: readonly PriceDraft[]) => void }

const columns = [
  { key: 'model', label: 'Model' },
  { key: 'input', label: 'Read' },
  { key: 'output', label: 'Written' },
] as const

/** What each model costs, a row a model. */
export function PriceTable({ prices, onChange }: PriceTableProps) {
  const set = (row: number, change: Partial<PriceDraft>) =>
    onChange(prices.map((price, index) => (index === row ? { ...price, ...change } : price)))
  return (
    <div className="flex flex-col items-start gap-2">
      {prices.length > 0 ? (
        <table className="w-full">
          <thead>
            <tr>
              {columns.map(({ key, label }) => (
                <th key={key} scope="col" className="pr-2 pb-1 text-left font-medium text-muted text-xs">
                  {label}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {prices.map((price, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are typed
              <tr key={row}>
                {columns.map(({ key, label }) => (
                  <td key={key} className={key === 'model' ? 'pr-2 pb-2' : 'w-24 pr-2 pb-2'}>
                    <Input
                      aria-label={`${label}, row ${row + 1}`}
                      inputMode={key === 'model' ? undefined : 'decimal'}
                      value={price[key]}
                      onChange={(event) => set(row, { [key]: event.target.value })}
                    />
                  </td>
                ))}
                <td className="w-8 pb-2">
                  <IconButton
                    label={`Remove the price of ${price.model || `row ${row + 1}`}`}
                    size="sm"
                    onClick={() => onChange(prices.filter((_, index) => index !== row))}
                  >
                    <X />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Button size="sm" onClick={() => onChange([...prices, { model: '', input: '', output: '' }])}>
        <Plus aria-hidden /> Add a price
      </Button>
    </div>
  )
}
