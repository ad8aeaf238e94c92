import { notFound } from 'next/navigation'
import { ConnectorDoc } from '@/components/docs/connector-doc'
import { connectors } from '@/lib/connectors'

type Props = { params: Promise<{ connector: string }> }

export async function generateMetadata({ params }: Props) {
  return { title: (await find(params))?.title ?? 'Connectors' }
}

export default async function ConnectorPage({ params }: Props) {
  const connector = await find(params)
  if (!connector) notFound()
  return <ConnectorDoc connector={connector} />
}

async function find(params: Props['params']) {
  const { connector } = await params
  return connectors.find(({ id }) => id === connector)
}
