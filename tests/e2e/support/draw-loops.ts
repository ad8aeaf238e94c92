import { expect, type Locator, type Page } from '@playwright/test'
import { byPointer, goTo } from './by-pointer'
import { editorOf } from './editor'

type Look = (where: string) => Promise<void>

/**
 * By pointer: form → list issues → the first three → for each of them [ approval → post a message → set values ] →
 * repeat [ set values ] → call of another workflow.
 */
export async function drawLoops(page: Page, called: string, look: Look): Promise<void> {
  await goTo(page, 'Workflows')
  await page.getByRole('button', { name: 'New workflow' }).click()
  await page.getByRole('menuitem', { name: 'Empty canvas' }).click()
  const editor = editorOf(page)
  const { card, panel } = editor
  const hand = byPointer(editor)
  const left = { x: 40, y: 160 }
  const right = { x: 110, y: 0 }
  const rename = async (name: string) => {
    await panel.getByRole('textbox', { name: 'Name of the step' }).fill(name)
    await panel.getByRole('textbox', { name: 'Name of the step' }).press('Enter')
    await expect(card(name)).toBeVisible()
  }
  const goOn = async (from: Locator, exit: string, words: string, row: string) => {
    await hand.bringTo(from, left)
    await hand.drawToEmpty(from, exit, right, words, row)
  }
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Go over the issues')
  await hand.dragFromPalette('form', 'Form', { x: 400, y: 300 })
  await hand.closePanel()

  await goOn(card('Form'), 'out', 'list issues', 'List issues')
  await hand.choose(panel.getByRole('combobox', { name: 'Repository' }), 'acme/website')
  await rename('Open issues')
  await hand.closePanel()

  await goOn(card('Open issues'), 'out', 'shorten', 'List')
  await hand.write('List', [{ pick: 'Issues' }])
  await panel.getByRole('switch', { name: 'Keep the first' }).click()
  await panel.getByLabel('How many').fill('3')
  await rename('The first three')
  await hand.closePanel()

  await goOn(card('The first three'), 'out', 'for each', 'For each')
  await hand.write('List', [{ pick: 'Items' }])
  await panel.getByLabel('Items at a time').fill('3')
  await rename('For each issue')
  await card('For each issue').getByRole('button', { name: 'Add its steps' }).click()
  await expect(page.getByRole('heading', { name: 'What is done each time?' })).toBeVisible()
  await look('an empty loop')

  await page.getByRole('button', { name: 'Add the first step' }).click()
  const list = page.getByRole('dialog', { name: 'Add a step' })
  await list.getByRole('combobox').fill('approval')
  await list.getByRole('option', { name: /^Approval/ }).click()
  await hand.choose(panel.getByRole('combobox', { name: 'Add an approver' }), 'Any owner')
  await hand.write('Message', ['Tell them of ', { pick: 'Title' }, '?'])
  await hand.closePanel()

  await goOn(card('Approval'), 'approved', 'post a message', 'Post a message')
  await hand.choose(panel.getByRole('combobox', { name: 'Channel' }), '#ops')
  await hand.write('Text', [{ pick: 'Place' }, ': ', { pick: 'Title' }])
  await hand.closePanel()

  await goOn(card('Post a message'), 'out', 'set values', 'Set values')
  await panel.getByRole('textbox', { name: 'Name of the new value' }).fill('told')
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  await hand.write('told', [{ pick: 'Number' }])
  await look('inside of a loop')
  await hand.closePanel()
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('button', { name: 'Whole' }).click()
  await expect(card('For each issue')).toBeVisible()

  await goOn(card('For each issue'), 'out', 'repeat', 'Repeat until')
  await panel.getByRole('button', { name: 'Open the steps inside' }).click()
  await page.getByRole('button', { name: 'Add the first step' }).click()
  await list.getByRole('combobox').fill('set values')
  await list.getByRole('option', { name: /^Set values/ }).click()
  await panel.getByRole('textbox', { name: 'Name of the new value' }).fill('round')
  await panel.getByRole('button', { name: 'Add', exact: true }).click()
  await hand.write('round', [{ pick: 'Round' }])
  await hand.closePanel()
  await page.getByRole('button', { name: 'Go out of the loop' }).click()
  await card('Repeat until').click()
  await panel.getByRole('button', { name: 'Add a row' }).click()
  await hand.write('What is looked at', [{ pick: 'round' }])
  await panel.getByLabel('What it is compared with').fill('1')
  await look('a repetition')
  await hand.closePanel()

  await goOn(card('Repeat until'), 'out', 'call a workflow', 'Call a workflow')
  await hand.choose(panel.getByRole('combobox', { name: 'Workflow' }), called)
  await hand.write('Words', ['All are told'])
  await hand.closePanel()
}
