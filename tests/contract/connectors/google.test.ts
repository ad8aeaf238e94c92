import { contractOf } from './contract-of'

contractOf('google')
