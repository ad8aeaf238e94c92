import type { Page } from '@playwright/test'
import { byPointer, goTo } from './by-pointer'
import { editorOf } from './editor'

/** Form → get an issue → agent → condition → approval → post a message: by dragging, by dropping lines, by joining. */
export async function drawTriage(page: Page): Promise<void> {
  await goTo(page, 'Workflows')
  await page.getByRole('button', { name: 'New workflow' }).click()
  await page.getByRole('menuitem', { name: 'Empty canvas' }).click()
  const editor = editorOf(page)
  const { card, panel } = editor
  const hand = byPointer(editor)
  const left = { x: 40, y: 160 }

  await page.getByRole('textbox', { name: 'Name of the workflow' }).fill('Triage by hand')
  await hand.dragFromPalette('form', 'Form', { x: 400, y: 300 })
  await hand.addField('Issue number', 'Number')
  await hand.closePanel()

  await hand.bringTo(card('Form'), left)
  await hand.drawToEmpty(card('Form'), 'out', { x: 110, y: 0 }, 'github get an issue', 'Get an issue')
  await hand.choose(panel.getByRole('combobox', { name: 'Repository' }), 'acme/website')
  await hand.takeData('Issue number', 'Issue number')
  await hand.closePanel()

  await hand.bringTo(card('Get an issue'), left)
  await hand.dragFromPalette('agent', 'Agent', { x: 560, y: 190 })
  await hand.closePanel()
  await hand.connect(card('Get an issue'), 'out', card('Agent'))
  await card('Agent').click()
  await hand.write('Instructions', ['How severe is this? ', { pick: 'Title' }, ' ', { pick: 'Body' }])
  await hand.addField('Severity', 'Choice')
  const choices = panel.getByRole('textbox', { name: 'Choices of Severity' })
  await choices.fill('high,')
  await choices.fill('low,')
  await hand.addField('Summary')
  await hand.closePanel()

  await hand.bringTo(card('Agent'), left)
  await hand.drawToEmpty(card('Agent'), 'out', { x: 110, y: 0 }, 'condition', 'Condition')
  await panel.getByRole('button', { name: 'Add a row' }).click()
  await hand.write('What is looked at', [{ pick: 'Severity' }])
  await hand.choose(panel.getByRole('combobox', { name: 'What it is compared with' }), 'high')
  await hand.closePanel()

  await hand.bringTo(card('Condition'), left)
  await hand.drawToEmpty(card('Condition'), 'yes', { x: 110, y: 0 }, 'approval', 'Approval')
  await hand.choose(panel.getByRole('combobox', { name: 'Add an approver' }), 'Any builder')
  await hand.write('Message', ['The model calls this ', { pick: 'Severity' }, '.'])
  await hand.closePanel()

  await hand.bringTo(card('Approval'), left)
  await hand.dragFromPalette('post a message', 'Post a message', { x: 560, y: 190 })
  await hand.closePanel()
  await hand.connect(card('Approval'), 'approved', card('Post a message'))
  await card('Post a message').click()
  await hand.choose(panel.getByRole('combobox', { name: 'Channel' }), '#ops')
  await hand.write('Text', ['Severe: ', { pick: 'Title' }, ' — ', { pick: 'Summary' }])
  await hand.closePanel()
}
