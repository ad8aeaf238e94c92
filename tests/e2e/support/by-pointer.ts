import { expect, type Locator, type Page } from '@playwright/test'
import { boxOf, type Editor, middleOf, starting } from './editor'

type Point = { readonly x: number; readonly y: number }

/** What hands with a mouse do in the editor. Keys are pressed only to write text. */
export function byPointer(editor: Editor) {
  const { page, canvas, palette, panel, dataPicker } = editor

  async function drag(from: Point, to: Point): Promise<void> {
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
  }

  /** Takes the canvas at an empty place and moves it until the card stands there. */
  async function bringTo(card: Locator, at: Point): Promise<void> {
    const frame = await boxOf(canvas)
    const box = await boxOf(card)
    const start = { x: frame.x + 24, y: frame.y + frame.height - 24 }
    const by = { x: frame.x + at.x - box.x, y: frame.y + at.y - box.y }
    if (Math.hypot(by.x, by.y) > 8) await drag(start, { x: start.x + by.x, y: start.y + by.y })
    await expect.poll(async () => Math.abs((await boxOf(card)).x - frame.x - at.x)).toBeLessThan(9)
  }

  const exitOf = (card: Locator, exit: string) => card.locator(`.source[data-handleid="${exit}"]`)

  async function choose(control: Locator, option: string): Promise<void> {
    await control.click()
    await page
      .getByRole('option', { name: starting(option) })
      .first()
      .click()
  }

  return {
    bringTo,
    choose,

    async closePanel(): Promise<void> {
      await panel.getByRole('button', { name: 'Close the panel' }).click()
      await expect(panel).toBeHidden()
    },

    /** Drags a row of the palette onto the canvas. The palette is open only meanwhile. */
    async dragFromPalette(words: string, row: string, at: Point): Promise<void> {
      await page.getByRole('button', { name: 'Add a step', exact: true }).click()
      await palette.getByRole('combobox').fill(words)
      await palette
        .getByRole('option', { name: starting(row) })
        .dragTo(canvas, { targetPosition: { x: at.x, y: at.y } })
      await expect(editor.card(row)).toBeFocused()
      await palette.getByRole('button', { name: 'Close the list' }).click()
    },

    /** Draws a line from an exit, lets it go over the empty canvas and picks what comes next. */
    async drawToEmpty(card: Locator, exit: string, by: Point, words: string, row: string): Promise<void> {
      const from = await middleOf(exitOf(card, exit))
      await drag(from, { x: from.x + by.x, y: from.y + by.y })
      const list = page.getByRole('dialog', { name: 'Add a step' })
      await list.getByRole('combobox').fill(words)
      await list.getByRole('option', { name: starting(row) }).click()
      await expect(editor.card(row)).toBeFocused()
    },

    /** Draws a line from an exit to the handle of another card. */
    async connect(card: Locator, exit: string, to: Locator): Promise<void> {
      // Near its edges the canvas would move under the line.
      await bringTo(card, { x: 60, y: 160 })
      const from = await middleOf(exitOf(card, exit))
      await drag(from, await middleOf(to.locator('.target')))
      await expect(card).toHaveAccessibleName(/Leads to /)
    },

    /** Names a field of a form or of an answer, and gives it a type. */
    async addField(name: string, type?: string): Promise<void> {
      await panel.getByRole('textbox', { name: 'Name of the new field' }).fill(name)
      await panel.getByRole('button', { name: 'Add', exact: true }).click()
      if (type) await choose(panel.getByRole('combobox', { name: `Type of ${name}` }), type)
    },

    /** Writes text with data in it: what stands in brackets is picked from the list that `/` opens. */
    async write(label: string, parts: readonly (string | { readonly pick: string })[]): Promise<void> {
      const text = panel.getByRole('textbox', { name: label, exact: true })
      await text.click()
      for (const part of parts) {
        await expect(text).toBeFocused()
        if (typeof part === 'string') {
          await page.keyboard.type(part)
          continue
        }
        await page.keyboard.type('/')
        await dataPicker
          .getByRole('option', { name: starting(part.pick) })
          .first()
          .click()
        await expect(text).toContainText(part.pick)
      }
    },

    /** Puts data into a field that has a control of its own. */
    async takeData(field: string, pick: string): Promise<void> {
      await editor.field(field).getByRole('button', { name: 'Use data' }).click()
      await editor
        .field(field)
        .getByRole('button', { name: `Insert data into ${field}` })
        .click()
      await dataPicker
        .getByRole('option', { name: starting(pick) })
        .first()
        .click()
      await expect(editor.field(field).getByRole('textbox')).toContainText(pick)
    },
  }
}

/** Follows a line of the main navigation. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: starting(name) })
    .click()
}
