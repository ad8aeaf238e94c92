import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { WorkflowEditor } from '@/components/editor/workflow-editor'
import { isId, type WorkflowId } from '@/lib/core/ids'
import { getWorkflow } from '@/lib/services/workflows/get-workflow'
import { member, orNotFound } from '../../member'

type EditorProps = {
  params: Promise<{ workspace: string; id: string }>
  searchParams: Promise<{ run?: string | string[]; version?: string | string[] }>
}

async function load({ params }: Pick<EditorProps, 'params'>) {
  const actor = await member(params)
  const { id } = await params
  if (!isId<WorkflowId>('wfl', id)) notFound()
  return orNotFound(getWorkflow(actor, id))
}

export async function generateMetadata(props: EditorProps): Promise<Metadata> {
  return { title: (await load(props)).name }
}

export default async function WorkflowPage(props: EditorProps) {
  const workflow = await load(props)
  const { run, version } = await props.searchParams
  const shown =
    typeof run === 'string'
      ? ({ kind: 'run', id: run } as const)
      : typeof version === 'string'
        ? ({ kind: 'version', id: version } as const)
        : null
  return <WorkflowEditor key={workflow.id} first={workflow} shown={shown} />
}
