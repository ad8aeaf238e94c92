import type { Metadata } from 'next'
import { Page } from '@/components/frame/page'
import { RunPage } from '@/components/runs/run-page'
import { getRun } from '@/lib/services/runs/get-run'
import { member, orNotFound } from '../../member'

type RunProps = { params: Promise<{ workspace: string; id: string }> }

export async function generateMetadata({ params }: RunProps): Promise<Metadata> {
  const actor = await member(params)
  const { id } = await params
  const run = await orNotFound(getRun(actor, id))
  return { title: `Run of ${run.workflow.name}` }
}

export default async function Run({ params }: RunProps) {
  const actor = await member(params)
  const { id } = await params
  return (
    <Page width="wide">
      <RunPage first={await orNotFound(getRun(actor, id))} />
    </Page>
  )
}
