import { expect, type Locator, type Page } from '@playwright/test'

type Point = { readonly x: number; readonly y: number }

/** Words at the start of an accessible name, as they are. */
export function starting(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

/** The parts of the editor by what they are called. */
export function editorOf(page: Page) {
  const canvas = page.getByRole('region', { name: /^Canvas of / })
  return {
    page,
    canvas,
    palette: page.getByRole('complementary', { name: 'Steps to add' }),
    panel: page.getByRole('complementary', { name: 'Step', exact: true }),
    dataPicker: page.getByRole('dialog', { name: 'Data from earlier steps' }),
    checks: page.getByRole('button', { name: /^Checks: / }),
    card: (name: string) => canvas.getByRole('group', { name: starting(name) }),
    field: (name: string) =>
      page
        .getByRole('complementary', { name: 'Step', exact: true })
        .getByRole('group', { name, exact: true }),
  }
}

export type Editor = ReturnType<typeof editorOf>

/** Where a thing is once it stands still. */
export async function boxOf(
  thing: Locator,
): Promise<{ x: number; y: number; width: number; height: number }> {
  let last = ''
  let box = await thing.boundingBox()
  await expect
    .poll(async () => {
      const before = last
      box = await thing.boundingBox()
      last = JSON.stringify(box)
      return box !== null && before === last
    })
    .toBe(true)
  if (!box) throw new Error('It is not on the page.')
  return box
}

export async function middleOf(thing: Locator): Promise<Point> {
  const { x, y, width, height } = await boxOf(thing)
  return { x: x + width / 2, y: y + height / 2 }
}
