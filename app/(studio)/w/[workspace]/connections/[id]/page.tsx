import { ChevronLeft } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { workspaceLink } from '@/components/api/workspace-link'
import { ConnectionFacts } from '@/components/connections/connection-facts'
import { ConnectionLedger } from '@/components/connections/connection-ledger'
import { Page } from '@/components/frame/page'
import { PageHeader } from '@/components/ui/page-header'
import { type ConnectionId, isId } from '@/lib/core/ids'
import { getConnection } from '@/lib/services/connections/get-connection'
import { listLedgerOfConnection } from '@/lib/services/ledger/list-ledger'
import { member, orNotFound } from '../../member'

type ConnectionProps = { params: Promise<{ workspace: string; id: string }> }

async function connectionIn(params: ConnectionProps['params']) {
  const actor = await member(params)
  const { id } = await params
  if (!isId<ConnectionId>('con', id)) notFound()
  return { actor, id, connection: await orNotFound(getConnection(actor, id)) }
}

export async function generateMetadata({ params }: ConnectionProps): Promise<Metadata> {
  return { title: (await connectionIn(params)).connection.name }
}

export default async function Connection({ params }: ConnectionProps) {
  const { actor, id, connection } = await connectionIn(params)
  const { workspace } = await params
  const above = (
    <Link
      href={workspaceLink(workspace, 'connections')}
      className="-ml-1 mb-3 inline-flex items-center gap-1 rounded-xs text-muted text-sm hover:text-text"
    >
      <ChevronLeft className="size-4" aria-hidden /> Connections
    </Link>
  )
  return (
    <Page>
      <PageHeader
        above={above}
        title={connection.name}
        description="What it may do, where it is used, and everything it has sent, newest first."
      />
      <ConnectionFacts connection={connection} />
      <h2 className="mb-3 text-lg">What it sent</h2>
      <ConnectionLedger connection={connection} first={await listLedgerOfConnection(actor, id)} />
    </Page>
  )
}
