import { expect, type Page } from '@playwright/test'
import { byPointer, goTo } from './by-pointer'
import { editorOf, starting } from './editor'

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
  const { card, palette, panel } = editor
  const where = page.getByRole('navigation', { name: 'Where you are' })
  const hand = byPointer(editor)
  /** Presses a row of the list beside the canvas: the step comes after the selected one. */
  const add = async (words: string, row: string) => {
    await palette.getByRole('combobox').fill(words)
    await palette
      .getByRole('option', { name: starting(row) })
      .first()
      .click()
    await expect(panel.getByRole('textbox', { name: 'Name of the step' })).toHaveValue(row)
  }
  const rename = async (name: string) => {
    await panel.getByRole('textbox', { name: 'Name of the step' }).fill(name)
    await panel.getByRole('textbox', { name: 'Name of the step' }).press('Enter')
    await expect(card(name)).toBeVisible()
  }
  const addValue = async (name: string, pick: string) => {
    await panel.getByRole('textbox', { name: 'Name of the new value' }).fill(name)
    await panel.getByRole('button', { name: 'Add', exact: true }).click()
    await hand.write(name, [{ pick }])
  }
  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Go over the issues')
  await page.getByRole('button', { name: 'Add a step', exact: true }).click()
  await add('form', 'Form')
  await add('list issues', 'List issues')
  await hand.choose(panel.getByRole('combobox', { name: 'Repository' }), 'acme/website')
  await rename('Open issues')

  await add('shorten', 'List')
  await hand.write('List', [{ pick: 'Issues' }])
  await panel.getByRole('switch', { name: 'Keep the first' }).click()
  await panel.getByLabel('How many').fill('3')
  await rename('The first three')

  await add('for each', 'For each')
  await hand.write('List', [{ pick: 'Items' }])
  // Emptied on the way from one number to the next, as people do it: nothing jumps back.
  const many = panel.getByLabel('Items at a time')
  await many.fill('')
  await expect(many).toHaveValue('')
  await many.pressSequentially('3')
  await rename('For each issue')
  await card('For each issue').getByRole('button', { name: 'Add its steps' }).click()
  await expect(page.getByRole('heading', { name: 'What is done each time?' })).toBeVisible()
  await look('an empty loop')
  await add('approval', 'Approval')
  await hand.choose(panel.getByRole('combobox', { name: 'Add an approver' }), 'Any owner')
  await hand.write('Message', ['Tell them of ', { pick: 'Title' }, '?'])
  await add('post a message', 'Post a message')
  await hand.choose(panel.getByRole('combobox', { name: 'Channel' }), '#ops')
  await hand.write('Text', [{ pick: 'Place' }, ': ', { pick: 'Title' }])
  await add('set values', 'Set values')
  await addValue('told', 'Number')
  await look('inside of a loop')
  await where.getByRole('button', { name: 'Whole workflow' }).click()
  await expect(card('For each issue')).toContainText('Post a message')

  await add('repeat', 'Repeat until')
  await panel.getByRole('button', { name: 'Open the steps inside' }).click()
  await expect(where).toContainText('Repeat until')
  await add('set values', 'Set values')
  await addValue('round', 'Round')
  await page.getByRole('button', { name: 'Go out of the loop' }).click()
  await expect(panel.getByRole('textbox', { name: 'Name of the step' })).toHaveValue('Repeat until')
  await panel.getByRole('button', { name: 'Add a row' }).click()
  await hand.write('What is looked at', [{ pick: 'round' }])
  await panel.getByLabel('What it is compared with').fill('1')
  await look('a repetition')

  await add('call a workflow', 'Call a workflow')
  await hand.choose(panel.getByRole('combobox', { name: 'Workflow' }), called)
  await hand.write('Words', ['All are told'])
  await hand.closePanel()
  await palette.getByRole('button', { name: 'Close the list' }).click()
}
