import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TemplatePage } from '@/components/catalog/template-page'
import { Page } from '@/components/frame/page'
import { isId, type TemplateId } from '@/lib/core/ids'
import type { TemplateView } from '@/lib/policy/views/workspace-views'
import { getTemplate } from '@/lib/services/templates/catalog'
import { member, orNotFound } from '../../member'

type TemplateProps = { params: Promise<{ workspace: string; id: string }> }

export async function generateMetadata({ params }: TemplateProps): Promise<Metadata> {
  return { title: (await templateOf(params)).name }
}

export default async function Template({ params }: TemplateProps) {
  const template = await templateOf(params)
  return (
    <Page>
      <TemplatePage template={template} slug={(await params).workspace} />
    </Page>
  )
}

async function templateOf(params: TemplateProps['params']): Promise<TemplateView> {
  const actor = await member(params)
  const { id } = await params
  if (!isId<TemplateId>('tpl', id)) notFound()
  return orNotFound(getTemplate(actor, id))
}
