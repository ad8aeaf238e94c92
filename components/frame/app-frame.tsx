import type { ReactNode } from 'react'
import { type Here, HereProvider } from '../api/workspace-context'
import { BottomBar } from './bottom-bar'
import { CommandPalette } from './command-palette'
import { PracticeRibbon } from './practice-ribbon'
import { SideNav } from './side-nav'

type AppFrameProps = { here: Here; navCollapsed: boolean; children: ReactNode }

/** Everything around a page of a workspace. A page that fills the window uses the class `h-frame`. */
export function AppFrame({ here, navCollapsed, children }: AppFrameProps) {
  const { workspace } = here
  return (
    <HereProvider here={here}>
      <div className={workspace.practice ? 'frame frame-practice' : 'frame'}>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-accent focus:px-3 focus:py-2 focus:text-on-accent"
        >
          Skip to the content
        </a>
        {workspace.practice ? <PracticeRibbon slug={workspace.slug} /> : null}
        <div className="flex min-h-[calc(100dvh-var(--frame-top))]">
          <SideNav startsCollapsed={navCollapsed} />
          <main id="content" tabIndex={-1} className="min-w-0 flex-1 pb-(--frame-bottom) outline-none">
            {children}
          </main>
        </div>
        <BottomBar />
        <CommandPalette />
      </div>
    </HereProvider>
  )
}
