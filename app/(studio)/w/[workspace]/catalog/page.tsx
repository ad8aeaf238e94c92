import { CatalogGallery } from '@/components/catalog/catalog-gallery'
import { Page } from '@/components/frame/page'
import { PageHeader } from '@/components/ui/page-header'
import { listTemplates } from '@/lib/services/templates/catalog'
import { member } from '../member'

export const metadata = { title: 'Catalog' }

export default async function Catalog({ params }: { params: Promise<{ workspace: string }> }) {
  const first = await listTemplates(await member(params))
  return (
    <Page>
      <PageHeader
        title="Catalog"
        description="Workflows that others have shared. You install a copy of your own, with your own connections."
      />
      <CatalogGallery first={first} />
    </Page>
  )
}
