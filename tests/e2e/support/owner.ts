/** The owner whom the first start of the shared product makes from its environment. */
export const owner = {
  name: 'Ada',
  email: 'ada@example.com',
  password: 'correct-horse-battery',
  token: 'hr_tok_for_tests_0123456789abcdef',
} as const

/** The workspace that the first start makes. */
export const practice = 'practice'

/** The address of the product that `global-setup.ts` started. */
export function productUrl(): string {
  const url = process.env.HANDRAIL_TEST_URL
  if (!url) throw new Error('No product was started: run the journeys with tests/e2e/playwright.config.ts.')
  return url
}
