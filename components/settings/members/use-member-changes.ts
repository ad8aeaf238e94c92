'use client'

import { useState } from 'react'
import type { Role } from '@/lib/policy/actor'
import type { MemberView } from '@/lib/policy/views/workspace-views'
import { messageOf } from '../../api/api-error'
import { callApi } from '../../api/client'
import { useRefresh } from '../../api/use-api'
import { useHere } from '../../api/workspace-context'
import { toast } from '../../ui/toast'

/** What admins do to a member. Failures are told in a toast; the list shows what came of it. */
export function useMemberChanges(member: MemberView) {
  const { workspace } = useHere()
  const refresh = useRefresh()
  const [busy, setBusy] = useState(false)
  const path = `/members/${member.id}`

  async function attempt<Answer>(action: () => Promise<Answer>): Promise<Answer | null> {
    setBusy(true)
    try {
      const answer = await action()
      await refresh('/members')
      return answer
    } catch (error) {
      toast.failed(messageOf(error))
      return null
    } finally {
      setBusy(false)
    }
  }

  const send = <Answer>(method: 'PATCH' | 'DELETE' | 'POST', at: string, body?: object) =>
    attempt(() => callApi<Answer>({ path: at, method, workspace: workspace.slug, ...(body ? { body } : {}) }))

  return {
    busy,
    change: (body: { role?: Role; disabled?: boolean }) => send<MemberView>('PATCH', path, body),
    remove: () => send<null>('DELETE', path),
    makeResetLink: async () => (await send<{ link: string }>('POST', `${path}/reset-link`, {}))?.link ?? null,
  }
}
