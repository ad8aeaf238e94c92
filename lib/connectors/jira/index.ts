import type { Connector } from '../contract'
import { accountGet } from './account-get'
import { issueAssign } from './issue-assign'
import { issueAttach } from './issue-attach'
import { issueComment } from './issue-comment'
import { issueCreate } from './issue-create'
import { issueDelete } from './issue-delete'
import { issueEdit } from './issue-edit'
import { issueGet } from './issue-get'
import { issueLink } from './issue-link'
import { issueQuery } from './issue-query'
import { issueSearch } from './issue-search'
import { issueTransition } from './issue-transition'
import { issuetypeList } from './issuetype-list'
import { linktypeList } from './linktype-list'
import { projectList } from './project-list'
import { transitionList } from './transition-list'
import { userSearch } from './user-search'

export const jira = {
  id: 'jira',
  title: 'Jira',
  summary: 'Issues, comments and workflows of Jira Cloud projects.',
  icon: 'jira',
  hosts: ['*.atlassian.net', 'api.atlassian.com'],
  connection: 'required',
  oauth: 'atlassian',
  fields: [
    {
      key: 'site',
      label: 'Site',
      help: 'The address at which you open Jira.',
      secret: false,
      required: true,
      placeholder: 'acme.atlassian.net',
    },
    {
      key: 'email',
      label: 'E-mail address',
      help: 'Of the Atlassian account that the token belongs to.',
      secret: false,
      required: true,
      placeholder: 'you@example.com',
    },
    {
      key: 'token',
      label: 'API token',
      help: 'Made at id.atlassian.com under Security, API tokens. It may do what its account may do.',
      secret: true,
      required: true,
      placeholder: 'ATATT…',
    },
  ],
  check: 'jira.account.get',
  actions: [
    issueSearch,
    issueGet,
    issueCreate,
    issueComment,
    issueTransition,
    issueAssign,
    issueEdit,
    issueLink,
    issueAttach,
    issueDelete,
    issueQuery,
    projectList,
    transitionList,
    userSearch,
    issuetypeList,
    linktypeList,
    accountGet,
  ],
} satisfies Connector
