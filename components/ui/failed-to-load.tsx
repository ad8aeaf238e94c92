'use client'

import { messageOf } from '../api/api-error'
import { Alert } from './alert'
import { Button } from './button'

/** In the place of what could not be loaded. */
export function FailedToLoad({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Alert
      tone="failed"
      {...(retry
        ? {
            actions: (
              <Button size="sm" onClick={retry}>
                Try again
              </Button>
            ),
          }
        : {})}
    >
      {messageOf(error)}
    </Alert>
  )
}
