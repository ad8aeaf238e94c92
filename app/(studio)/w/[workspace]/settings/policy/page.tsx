import { PolicySettings } from '@/components/settings/policy-settings'

export const metadata = { title: 'Policy' }

export default function Policy() {
  return <PolicySettings />
}
