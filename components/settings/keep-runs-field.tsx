import { Field } from '../ui/field'
import { Select } from '../ui/select'

type KeepRunsFieldProps = { days: number | null; onChange: (days: number | null) => void; disabled: boolean }

const usual = [30, 90, 180, 365]

/** For how long the record of a run is kept after its end. */
export function KeepRunsField({ days, onChange, disabled }: KeepRunsFieldProps) {
  const choices = days === null || usual.includes(days) ? usual : [...usual, days].sort((a, b) => a - b)
  return (
    <Field
      label="Keep runs"
      className="mt-2 max-w-96"
      help="After that a run is deleted with its steps, files, approvals and ledger. Runs that wait, and calls of which nobody knows what became, stay."
    >
      {(control) => (
        <Select
          {...control}
          value={days === null ? 'ever' : String(days)}
          onValueChange={(value) => onChange(value === 'ever' ? null : Number(value))}
          options={[
            { value: 'ever', label: 'For good' },
            ...choices.map((each) => ({ value: String(each), label: `${each} days after their end` })),
          ]}
          disabled={disabled}
        />
      )}
    </Field>
  )
}
