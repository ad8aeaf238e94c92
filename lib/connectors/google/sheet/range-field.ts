import { z } from 'zod'

export const rangeField = z
  .string()
  .regex(/^[A-Za-z]{1,3}[1-9]\d{0,6}(:[A-Za-z]{1,3}([1-9]\d{0,6})?)?$/, 'Write a range as A1 or A1:D20.')
