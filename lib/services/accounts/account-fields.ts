import { z } from 'zod'

/** What people fill in about themselves. The same rules for set-up, invitations, resets and the API. */
export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Write an e-mail address, such as ada@example.com.'))

export const passwordField = z
  .string()
  .min(10, 'Use at least 10 characters.')
  .max(200, 'Use at most 200 characters.')

export const personNameField = z
  .string()
  .trim()
  .min(1, 'Write your name.')
  .max(120, 'Use at most 120 characters.')
