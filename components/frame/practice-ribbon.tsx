import { FlaskConical } from 'lucide-react'
import Link from 'next/link'
import { workspaceLink } from '../api/workspace-link'

/** Says on every page of the practice workspace that nothing here is real. */
export function PracticeRibbon({ slug }: { slug: string }) {
  return (
    <aside
      aria-label="Practice workspace"
      className="sticky top-0 z-20 flex h-(--frame-top) items-center justify-center gap-2 border-line border-b bg-practice-soft px-4 text-practice text-sm"
    >
      <FlaskConical className="size-3.5 shrink-0" aria-hidden />
      <p className="truncate">
        <strong className="font-semibold">Practice.</strong> Nothing leaves this machine
        <span className="hidden sm:inline">: every service and the model are simulated</span>.
      </p>
      <Link
        href={workspaceLink(slug, 'practice')}
        className="shrink-0 font-medium underline underline-offset-2 hover:no-underline"
      >
        <span className="hidden sm:inline">See what your workflows did</span>
        <span className="sm:hidden">See</span>
      </Link>
    </aside>
  )
}
