import { contractOf } from './contract-of'

contractOf('jira')
