import { contractOf } from './contract-of'

contractOf('http')
