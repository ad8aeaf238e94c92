'use client'

import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'

export type Place = { readonly baseUrl: string; readonly allowPrivate: boolean }

type ConnectionPlaceProps = {
  place: Place
  onChange: (place: Place) => void
  errorFor: (field: string) => string | null
}

/** Where the calls go when it is not the vendor's own host. For admins. */
export function ConnectionPlace({ place, onChange, errorFor }: ConnectionPlaceProps) {
  return (
    <details>
      <summary className="rounded-xs text-muted text-sm hover:text-text">Another address</summary>
      <div className="mt-3 flex flex-col gap-4">
        <Field
          label="Address"
          optional
          help="For a server of your own, such as GitHub Enterprise."
          error={errorFor('baseUrl')}
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              placeholder="https://github.example.com/api/v3"
              value={place.baseUrl}
              onChange={(event) => onChange({ ...place, baseUrl: event.target.value })}
            />
          )}
        </Field>
        <Checkbox
          checked={place.allowPrivate}
          onCheckedChange={(allowPrivate) => onChange({ ...place, allowPrivate })}
          label="It may be an address inside our own network"
          help="Otherwise Handrail refuses private addresses, so that no workflow can reach what is behind them."
        />
      </div>
    </details>
  )
}
