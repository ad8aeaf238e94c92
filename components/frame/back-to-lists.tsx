'use client'

import Link from 'next/link'
import { useLink } from '../api/workspace-context'
import { Button } from '../ui/button'

/** The ways on from a page that is not there. */
export function BackToLists() {
  const link = useLink()
  return (
    <>
      <Button asChild variant="primary">
        <Link href={link('')}>Go to Home</Link>
      </Button>
      <Button asChild>
        <Link href={link('workflows')}>All workflows</Link>
      </Button>
    </>
  )
}
