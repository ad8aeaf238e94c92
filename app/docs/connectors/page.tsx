import { ConnectorIndex } from '@/components/docs/connector-index'

export const metadata = { title: 'Connectors' }

export default function Connectors() {
  return <ConnectorIndex />
}
