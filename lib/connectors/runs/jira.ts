import 'server-only'
import { accountGet } from '../jira/account-get'
import { issueAssign } from '../jira/issue-assign'
import { issueAttach } from '../jira/issue-attach'
import { issueComment } from '../jira/issue-comment'
import { issueCreate } from '../jira/issue-create'
import { issueDelete } from '../jira/issue-delete'
import { issueEdit } from '../jira/issue-edit'
import { issueGet } from '../jira/issue-get'
import { issueLink } from '../jira/issue-link'
import { issueQuery } from '../jira/issue-query'
import { issueSearch } from '../jira/issue-search'
import { issueTransition } from '../jira/issue-transition'
import { issuetypeList } from '../jira/issuetype-list'
import { linktypeList } from '../jira/linktype-list'
import { projectList } from '../jira/project-list'
import { transitionList } from '../jira/transition-list'
import { userSearch } from '../jira/user-search'
import { type Bound, bind } from './bind'

// The SDK is heavy: the client is loaded when its first action runs.
const client = () => import('../jira/client')

/** Every action of this connector with its behaviour. */
export const jiraRuns: readonly Bound[] = [
  bind(accountGet, client, () => import('../jira/account-get.run')),
  bind(issueAssign, client, () => import('../jira/issue-assign.run')),
  bind(issueAttach, client, () => import('../jira/issue-attach.run')),
  bind(issueComment, client, () => import('../jira/issue-comment.run')),
  bind(issueCreate, client, () => import('../jira/issue-create.run')),
  bind(issueDelete, client, () => import('../jira/issue-delete.run')),
  bind(issueEdit, client, () => import('../jira/issue-edit.run')),
  bind(issueGet, client, () => import('../jira/issue-get.run')),
  bind(issueLink, client, () => import('../jira/issue-link.run')),
  bind(issueQuery, client, () => import('../jira/issue-query.run')),
  bind(issueSearch, client, () => import('../jira/issue-search.run')),
  bind(issueTransition, client, () => import('../jira/issue-transition.run')),
  bind(issuetypeList, client, () => import('../jira/issuetype-list.run')),
  bind(linktypeList, client, () => import('../jira/linktype-list.run')),
  bind(projectList, client, () => import('../jira/project-list.run')),
  bind(transitionList, client, () => import('../jira/transition-list.run')),
  bind(userSearch, client, () => import('../jira/user-search.run')),
]
