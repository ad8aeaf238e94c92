import { contractOf } from './contract-of'

contractOf('github')
