'use client'

import { Page } from '@/components/frame/page'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export default function WorkspaceError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <Page>
      <EmptyState
        title="This page could not be shown"
        heading="h1"
        action={
          <Button variant="primary" onClick={() => retry()}>
            Try again
          </Button>
        }
      >
        Nothing is lost. Try again; if it stays so, tell the person who runs Handrail
        {error.digest ? ` and name the mark ${error.digest}` : ''}.
      </EmptyState>
    </Page>
  )
}
