import { BackToLists } from '@/components/frame/back-to-lists'
import { Page } from '@/components/frame/page'
import { EmptyState } from '@/components/ui/empty-state'

export const metadata = { title: 'Not here' }

export default function NotFound() {
  return (
    <Page>
      <EmptyState title="There is nothing here" heading="h1" action={<BackToLists />}>
        It may have been deleted, it belongs to another workspace, or you are no longer a member of this one.
      </EmptyState>
    </Page>
  )
}
