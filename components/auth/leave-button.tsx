'use client'

import { Button } from '../ui/button'
import { leave } from './leave'

export function LeaveButton() {
  return <Button onClick={() => void leave()}>Sign out</Button>
}
