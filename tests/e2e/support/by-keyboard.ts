import { expect, type Locator, type Page } from '@playwright/test'
import { type Editor, starting } from './editor'

const isFocused = (thing: Locator) => thing.evaluate((element) => element === document.activeElement)

/** What hands without a mouse do: nothing here but key presses and looking. */
export function byKeyboard(page: Page) {
  const press = (key: string) => page.keyboard.press(key)

  /** Goes on with Tab until a thing has the focus. */
  async function tabTo(thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await expect(thing).toBeVisible()
    for (let steps = 0; steps < 150; steps++) {
      if (await isFocused(thing)) return
      await press(key)
    }
    throw new Error(`${thing} cannot be reached with ${key}.`)
  }

  /** Goes to a control and presses Enter on it. */
  async function use(thing: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await tabTo(thing, key)
    await press('Enter')
  }

  /** Goes to a field and types into it, over what it holds. */
  async function fill(field: Locator, text: string): Promise<void> {
    await expect(field).toBeEditable()
    await tabTo(field)
    await press('ControlOrMeta+A')
    await page.keyboard.type(text)
  }

  /** Opens a list with Enter, types until the option is the one that is marked, and takes it. */
  async function choose(control: Locator, words: string, option: string): Promise<void> {
    await use(control)
    await take(words, option)
  }

  async function take(words: string, option: string): Promise<void> {
    const wanted = page.getByRole('option', { name: starting(option) }).first()
    await expect(wanted).toBeVisible()
    await page.keyboard.type(words)
    const isMarked = wanted.and(page.locator('[aria-selected="true"], [data-highlighted]'))
    await expect(isMarked).toBeVisible()
    await press('Enter')
    await expect(wanted).toBeHidden()
  }

  return { press, tabTo, use, fill, choose, take, type: (text: string) => page.keyboard.type(text) }
}

/** The editor's own keys: `N` adds, `C` connects, Enter opens the panel, Escape leaves it. */
export function keysOf(editor: Editor) {
  const { page, panel, dataPicker, card } = editor
  const keys = byKeyboard(page)

  return {
    ...keys,

    /** `N`, words, Enter: the card has the keyboard afterwards, and Enter goes into its panel. */
    async add(words: string, row: string): Promise<void> {
      const list = page.getByRole('dialog', { name: 'Add a step' })
      await keys.press('n')
      await expect(list).toBeVisible()
      await keys.take(words, row)
      await expect(card(row)).toBeFocused()
      await keys.press('Enter')
      await expect(panel.getByRole('textbox', { name: 'Name of the step' })).toBeFocused()
    },

    /** Out of the panel: the card has the keyboard again. */
    async leave(name: string): Promise<void> {
      await keys.press('Escape')
      await expect(panel).toBeHidden()
      await expect(card(name)).toBeFocused()
    },

    async addField(name: string, type?: string): Promise<void> {
      await keys.fill(panel.getByRole('textbox', { name: 'Name of the new field' }), name)
      await keys.press('Enter')
      const kind = panel.getByRole('combobox', { name: `Type of ${name}` })
      await expect(kind).toBeVisible()
      if (!type) return
      await keys.tabTo(kind, 'Shift+Tab')
      await keys.press('Enter')
      await keys.take(type, type)
    },

    async write(label: string, parts: readonly (string | { readonly pick: string })[]): Promise<void> {
      const text = panel.getByRole('textbox', { name: label, exact: true })
      await keys.tabTo(text)
      for (const part of parts) {
        await expect(text).toBeFocused()
        if (typeof part === 'string') {
          await keys.type(part)
          continue
        }
        await keys.type('/')
        await expect(dataPicker.getByRole('combobox')).toBeFocused()
        await keys.take(part.pick, part.pick)
        await expect(text).toContainText(part.pick)
      }
      await expect(text).toBeFocused()
    },

    async takeData(field: string, pick: string): Promise<void> {
      await keys.use(editor.field(field).getByRole('button', { name: 'Use data' }))
      await keys.use(editor.field(field).getByRole('button', { name: `Insert data into ${field}` }))
      await expect(dataPicker.getByRole('combobox')).toBeFocused()
      await keys.take(pick, pick)
      await expect(editor.field(field).getByRole('textbox')).toContainText(pick)
    },
  }
}
