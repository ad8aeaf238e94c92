import type { Sample } from './sample'

/** every working day, or by hand → list the open issues → sum them up → post the digest */
export const dailyDigest: Sample = {
  name: 'Daily digest',
  description:
    'Every working morning, lists the open issues of a repository, lets a model sum them up, and posts the digest on Slack. Run it by hand to see it now.',
  document: ({ github, slack }) => ({
    schema: 1,
    nodes: [
      {
        id: 'morning',
        type: 'trigger.schedule',
        name: 'Every working morning',
        config: { cron: '0 8 * * 1-5', zone: 'UTC' },
      },
      { id: 'by_hand', type: 'trigger.form', name: 'By hand', config: { fields: [] } },
      {
        id: 'open_issues',
        type: 'action',
        name: 'List open issues',
        action: 'github.issue.list',
        connection: github,
        input: { repo: { value: 'acme/website' }, state: { value: 'open' }, limit: { value: 30 } },
      },
      {
        id: 'digest',
        type: 'agent',
        name: 'Sum them up',
        config: {
          instructions: {
            text: 'Sum up these {{ open_issues.count }} open issues for the team in at most five short lines, the most pressing first.\n\n{% for issue in open_issues.issues %}#{{ issue.number }} {{ issue.title }}\n{% endfor %}',
          },
          tools: [],
          output: [{ key: 'summary', label: 'Summary', type: 'long_text', required: true }],
        },
      },
      {
        id: 'post',
        type: 'action',
        name: 'Post the digest',
        action: 'slack.message.post',
        connection: slack,
        input: {
          channel: { value: 'C000000002', label: '#engineering' },
          text: {
            text: '*{{ open_issues.count }} open issues in acme/website*\n{{ digest.summary }}',
          },
        },
      },
    ],
    edges: [
      { from: 'morning', exit: 'out', to: 'open_issues' },
      { from: 'by_hand', exit: 'out', to: 'open_issues' },
      { from: 'open_issues', exit: 'out', to: 'digest' },
      { from: 'digest', exit: 'out', to: 'post' },
    ],
  }),
}
