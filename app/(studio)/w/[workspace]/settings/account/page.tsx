import { AccountSettings } from '@/components/settings/account-settings'
import { currentUser } from '@/lib/services/session/current-user'

export const metadata = { title: 'Your account' }

export default async function Account() {
  const user = await currentUser()
  return <AccountSettings hasPassword={user?.hasPassword ?? true} />
}
