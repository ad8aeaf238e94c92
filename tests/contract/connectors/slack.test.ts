import { prepareSlack } from '../../support/slack-scene'
import { contractOf } from './contract-of'

contractOf('slack', prepareSlack)
