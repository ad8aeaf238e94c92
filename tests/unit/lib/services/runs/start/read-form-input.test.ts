import { describe, expect, it } from 'vitest'
import { readFormInput } from '@/lib/services/runs/start/read-form-input'
import type { Field } from '@/lib/workflow/field'

const fields: readonly Field[] = [
  { key: 'number', label: 'Issue number', type: 'number', required: true },
  { key: 'level', label: 'Level', type: 'choice', choices: ['low', 'high'] },
  { key: 'urgent', type: 'boolean' },
  { key: 'day', type: 'date' },
  { key: 'mail', type: 'email' },
]

describe('what a form is given', () => {
  it('is taken in the types that the form asks for', () => {
    expect(
      readFormInput(fields, {
        number: ' 7 ',
        level: 'high',
        urgent: 'true',
        day: '2027-01-31',
        mail: 'a@b.example',
      }),
    ).toEqual({ number: 7, level: 'high', urgent: true, day: '2027-01-31', mail: 'a@b.example' })
    expect(readFormInput(fields, { number: 7, level: '', urgent: null })).toEqual({ number: 7 })
  })

  it('is refused with a sentence for each field that is wrong, and for what was not asked for', () => {
    const wrong = () => readFormInput(fields, { level: 'middle', day: 'tomorrow', mail: 'nobody', more: 1 })
    expect(wrong).toThrow(
      'Issue number: fill this in. Level: choose one of low, high. day: write a date such as 2027-01-31. mail: write an e-mail address. more: the form has no such field.',
    )
    expect(() => readFormInput(fields, [1])).toThrow('has to be an object')
  })
})
