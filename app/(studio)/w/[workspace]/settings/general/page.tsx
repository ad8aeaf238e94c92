import { GeneralSettings } from '@/components/settings/general-settings'

export const metadata = { title: 'Settings' }

export default function General() {
  return <GeneralSettings />
}
