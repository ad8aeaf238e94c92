import { z } from 'zod'
import { shorten } from '../../../core/shorten'
import { defineAction } from '../../contract'
import { branchName, repoField } from '../fields'

export const workflowRun = defineAction({
  id: 'github.workflow.run',
  title: 'Run a GitHub workflow',
  summary: 'Starts a GitHub Actions workflow by hand, with its inputs. It may release or deploy.',
  guidance: 'List the workflows first. Give each input that the workflow asks for, as text.',
  effect: 'irreversible',
  outward: true,
  trust: 'trusted',
  // GitHub tells nobody which request started a run.
  repeat: 'never',
  scopes: ['repo'],
  input: z.strictObject({
    repo: repoField,
    workflow: z
      .string()
      .regex(
        /^[\w.-]{1,200}\.ya?ml$/,
        'Write the name of a file under .github/workflows, such as release.yml.',
      )
      .meta({
        title: 'Workflow',
        placeholder: 'release.yml',
        control: 'text',
        pick: 'github.workflow.list',
        pickInput: { repo: 'repo' },
        destination: true,
      }),
    branch: branchName.optional().meta({
      title: 'Branch',
      description: 'A branch or tag. The default branch when empty.',
      placeholder: 'main',
      control: 'text',
      pick: 'github.branch.list',
      pickInput: { repo: 'repo' },
      destination: true,
    }),
    inputs: z
      .record(z.string().min(1).max(100), z.string().max(10_000))
      .optional()
      .meta({ title: 'Inputs', description: 'As the workflow names them.', control: 'pairs' }),
  }),
  output: z.object({
    repo: z.string().meta({ title: 'Repository' }),
    workflow: z.string().meta({ title: 'Workflow' }),
    branch: z.string().meta({ title: 'Branch' }),
  }),
  preview: ({ repo, workflow, branch }) =>
    shorten(`Run ${shorten(workflow, 40)} of ${shorten(repo, 50)}${branch ? ` at ${branch}` : ''}`, 120),
  examples: [
    {
      title: 'On the default branch',
      input: { repo: 'acme/website', workflow: 'release.yml' },
      output: { repo: 'acme/website', workflow: 'release.yml', branch: 'main' },
    },
    {
      title: 'With an input',
      input: {
        repo: 'acme/website',
        workflow: 'release.yml',
        branch: 'fix-umlaut-search',
        inputs: { environment: 'staging' },
      },
      output: { repo: 'acme/website', workflow: 'release.yml', branch: 'fix-umlaut-search' },
    },
  ],
})
