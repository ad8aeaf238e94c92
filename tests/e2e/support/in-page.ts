import { expect, type Page } from '@playwright/test'
import type { ApiAnswer } from '../../support/api-client'

/** A call of the API as whoever is signed in on this page: for what a test needs and does not look at. */
export async function inPage(
  page: Page,
  workspace: string,
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<ApiAnswer['body']> {
  const { origin } = new URL(page.url())
  const answer = await page.request.fetch(`${origin}/api/v1${path}`, {
    method,
    headers: { 'handrail-workspace': workspace, 'content-type': 'application/json', origin },
    ...(body === undefined ? {} : { data: body }),
  })
  expect(answer.status(), `${method} ${path}: ${await answer.text()}`).toBeLessThan(300)
  const text = await answer.text()
  return text ? JSON.parse(text) : null
}
