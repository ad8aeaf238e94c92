import { contractOf } from './contract-of'

contractOf('slack')
