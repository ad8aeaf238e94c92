import { notFound } from 'next/navigation'
import { AuditList } from '@/components/settings/audit/audit-list'
import { may } from '@/lib/policy/authorize'
import { listAudit } from '@/lib/services/audit/list-audit'
import { member } from '../../member'

export const metadata = { title: 'Audit log' }

export default async function Audit({ params }: { params: Promise<{ workspace: string }> }) {
  const actor = await member(params)
  if (!may(actor, 'audit.read')) notFound()
  return <AuditList first={await listAudit(actor)} />
}
