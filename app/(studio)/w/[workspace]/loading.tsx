import { Page } from '@/components/frame/page'
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'

export default function Loading() {
  return (
    <Page>
      <Skeleton className="mb-8 h-9 w-56" />
      <SkeletonRows rows={6} label="Loading the page" />
    </Page>
  )
}
