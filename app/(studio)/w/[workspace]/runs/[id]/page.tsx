import type { Metadata } from 'next'
import { Page } from '@/components/frame/page'
import { RunPage } from '@/components/runs/page/run-page'
import { HandrailError } from '@/lib/core/errors'
import { isId, type WorkflowId } from '@/lib/core/ids'
import type { Actor } from '@/lib/policy/actor'
import { getRun } from '@/lib/services/runs/get-run'
import { getVersion } from '@/lib/services/workflows/versions'
import type { WorkflowDocument } from '@/lib/workflow/document'
import type { RunView } from '@/lib/workflow/views/run-view'
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
  const run = await orNotFound(getRun(actor, id))
  return (
    <Page width="wide">
      <RunPage first={run} document={await documentOf(actor, run)} />
    </Page>
  )
}

/** What ran, or null when its workflow has been deleted since. */
async function documentOf(actor: Actor, run: RunView): Promise<WorkflowDocument | null> {
  if (!isId<WorkflowId>('wfl', run.workflow.id)) return null
  try {
    return (await getVersion(actor, run.workflow.id, run.version.id)).document
  } catch (error) {
    if (error instanceof HandrailError && error.code === 'not_found') return null
    throw error
  }
}
