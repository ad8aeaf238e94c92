import { expect, type Page } from '@playwright/test'
import { practice } from './owner'
import type { Content } from './seed-content'

export type PageToSee = {
  /** Names it in lists and in file names. */
  readonly name: string
  readonly path: string
  readonly signedIn: boolean
  /** The file under app/ that draws it: a test holds the list against what is there. */
  readonly file: string
}

const studio = '(studio)/w/[workspace]'

/** Every page that the product has, with content in it. */
export function allPages(content: Content): readonly PageToSee[] {
  const open = (name: string, path: string, file = `(public)${path}`): PageToSee => ({
    name,
    path,
    signedIn: false,
    file: `${file}/page.tsx`,
  })
  const inside = (name: string, path: string, file = path): PageToSee => ({
    name,
    path: `/w/${practice}${path}`,
    signedIn: true,
    file: `${studio}${file.split('?')[0]}/page.tsx`,
  })
  return [
    open('sign-in', '/sign-in'),
    open('invite', content.inviteLink, '(public)/invite/[token]'),
    open('invite-over', '/invite/no-such-link', '(public)/invite/[token]'),
    open('reset', content.resetLink, '(public)/reset/[token]'),
    open('no-workspace', '/no-workspace'),
    open('connect-problem', '/connect-problem?why=denied&service=github', '(public)/connect-problem'),
    open('docs', '/docs/connectors', 'docs/connectors'),
    open('docs-connector', '/docs/connectors/github', 'docs/connectors/[connector]'),
    inside('home', ''),
    inside('workflows', '/workflows'),
    inside('editor', `/workflows/${content.workflow}`, '/workflows/[id]'),
    inside('editor-mend', `/workflows/${content.broken}`, '/workflows/[id]'),
    inside('editor-run', `/workflows/${content.workflow}?run=${content.runs.waiting}`, '/workflows/[id]'),
    inside('editor-loop', `/workflows/${content.loop.workflow}?in=every`, '/workflows/[id]'),
    inside(
      'editor-loop-run',
      `/workflows/${content.loop.workflow}?run=${content.loop.run}`,
      '/workflows/[id]',
    ),
    inside(
      'editor-loop-item',
      `/workflows/${content.loop.workflow}?run=${content.loop.run}&in=every`,
      '/workflows/[id]',
    ),
    inside('runs', '/runs'),
    inside('run-waiting', `/runs/${content.runs.waiting}`, '/runs/[id]'),
    inside('loop-run', `/runs/${content.loop.run}`, '/runs/[id]'),
    inside('run-done', `/runs/${content.runs.succeeded}`, '/runs/[id]'),
    inside('run-failed', `/runs/${content.runs.failed}`, '/runs/[id]'),
    inside('run-cancelled', `/runs/${content.runs.cancelled}`, '/runs/[id]'),
    inside('approvals', '/approvals'),
    inside('approval-pending', `/approvals/${content.approval}`, '/approvals/[id]'),
    inside('approval-decided', `/approvals/${content.decided}`, '/approvals/[id]'),
    inside('catalog', '/catalog'),
    inside('template', `/catalog/${content.template}`, '/catalog/[id]'),
    inside('connections', '/connections'),
    inside('connection', `/connections/${content.connection}`, '/connections/[id]'),
    inside('practice', '/practice'),
    ...['general', 'members', 'models', 'policy', 'tokens', 'audit', 'account'].map((name) =>
      inside(`settings-${name}`, `/settings/${name}`),
    ),
    inside('not-found', '/runs/run_none', '/runs/[id]'),
  ]
}

/** Pages that only lead to others. `/set-up` is seen where nobody has set up yet: in the first journey. */
export const pagesWithoutLook = [
  'page.tsx',
  'docs/page.tsx',
  '(public)/set-up/page.tsx',
  'practice/[...path]/page.tsx',
  `${studio}/settings/page.tsx`,
] as const

/** Opens a page and waits until all that was on its way is there. */
export async function see(page: Page, url: string, { name, path }: PageToSee): Promise<void> {
  await page.goto(`${url}${path}`)
  await expect(page.getByRole('heading').or(page.getByLabel('Name of the workflow')).first()).toBeVisible()
  await expect(page.getByRole('status', { name: /^Loading/ })).toHaveCount(0)
  const isWide = (page.viewportSize()?.width ?? 0) > 1000
  if (path.includes('?run=')) await expect(page.getByRole('link', { name: 'Open the run' })).toBeVisible()
  else if (path.includes('/workflows/'))
    await expect(page.getByRole('button', { name: /^Checks/ })).toBeVisible()
  if (path.includes('in=every'))
    await expect(page.getByRole('navigation', { name: 'Where you are' })).toBeVisible()
  if (name === 'editor-loop-item')
    await expect(page.getByRole('button', { name: 'Item 2 of 4, Failed' })).toBeVisible()
  if (name === 'loop-run') {
    await page
      .getByRole('list', { name: 'Steps' })
      .getByRole('button', { name: /^For each issue/ })
      .click()
    await expect(page.getByRole('region', { name: 'Item 2' })).toContainText(/Read (the )?issue/)
  }
  if (name === 'settings-members') await expect(page.getByRole('heading', { name: 'Invited' })).toBeVisible()
  if (name.startsWith('run-') && isWide) {
    await expect(
      page
        .getByRole('region', { name: 'The workflow as it ran' })
        .getByRole('group', { name: /^Which issue/ }),
    ).toBeVisible()
  }
}
