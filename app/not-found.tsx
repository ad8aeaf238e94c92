import Link from 'next/link'
import { Entrance } from '@/components/auth/entrance'
import { Button } from '@/components/ui/button'

export const metadata = { title: 'Not here' }

export default function NotFound() {
  return (
    <Entrance title="There is nothing here" description="The address may be wrong, or what was here is gone.">
      <Button asChild variant="primary">
        <Link href="/">Go to the start</Link>
      </Button>
    </Entrance>
  )
}
