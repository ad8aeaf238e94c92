'use client'

import type { PracticeTab, PracticeView } from '@/lib/workflow/views/practice-view'
import { useApi } from '../api/use-api'
import { ConnectorTile } from '../marks/connector-icon'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '../ui/tabs'
import { describeCount } from '../values/describe-amount'
import { isTouched } from './is-touched'
import { PracticeChannels } from './practice-channels'
import { PracticeFiles } from './practice-files'
import { PracticeGoogleAccount } from './practice-google'
import { PracticeProjects } from './practice-projects'
import { PracticeRepositories } from './practice-repositories'

/** What the simulated services look like now, with what workflows did marked in them. */
export function PracticeBoard({ first, show }: { first: PracticeView; show: PracticeTab }) {
  const { data } = useApi<PracticeView>('/practice', { first, refreshInterval: 4_000 })
  const view = data ?? first
  const messages = view.slack.channels.flatMap(({ messages: all }) =>
    all.flatMap((each) => [each, ...each.replies]),
  )
  const sent = messages.filter(({ isOurs }) => isOurs).length
  const issues = view.github.repositories.flatMap(({ issues: all }) => all)
  const pulls = view.github.repositories.flatMap(({ pulls: all }) => all)
  const written = [
    ...issues,
    ...pulls,
    ...issues.flatMap(({ comments }) => comments),
    ...pulls.flatMap(({ comments }) => comments),
  ].filter(({ isOurs }) => isOurs).length
  const planned = view.jira.projects.flatMap(({ issues: all }) => all).filter(isTouched).length
  const inGoogle = [...view.google.mails, ...view.google.events].filter(({ isOurs }) => isOurs).length
  return (
    <Tabs defaultValue={show}>
      <TabsList aria-label="Services">
        <TabsTrigger value="slack">
          <ConnectorTile name="slack" className="size-5 border-0 bg-transparent" /> Slack
          <span className="text-muted">{describeCount(sent, 'message')} sent</span>
        </TabsTrigger>
        <TabsTrigger value="github">
          <ConnectorTile name="github" className="size-5 border-0 bg-transparent" /> GitHub
          <span className="text-muted">{describeCount(written, 'thing')} written</span>
        </TabsTrigger>
        <TabsTrigger value="jira">
          <ConnectorTile name="jira" className="size-5 border-0 bg-transparent" /> Jira
          <span className="text-muted">{describeCount(planned, 'issue')} touched</span>
        </TabsTrigger>
        <TabsTrigger value="drive">
          <ConnectorTile name="google" className="size-5 border-0 bg-transparent" /> Drive
          <span className="text-muted">
            {describeCount(view.drive.files.filter(({ isOurs }) => isOurs).length, 'file')} changed
          </span>
        </TabsTrigger>
        <TabsTrigger value="google">
          <ConnectorTile name="google" className="size-5 border-0 bg-transparent" /> Gmail and Calendar
          <span className="text-muted">{describeCount(inGoogle, 'thing')} written</span>
        </TabsTrigger>
      </TabsList>
      <TabsContent value="slack">
        <PracticeChannels slack={view.slack} />
      </TabsContent>
      <TabsContent value="github">
        <PracticeRepositories repositories={view.github.repositories} />
      </TabsContent>
      <TabsContent value="jira">
        <PracticeProjects projects={view.jira.projects} />
      </TabsContent>
      <TabsContent value="drive">
        <PracticeFiles drive={view.drive} />
      </TabsContent>
      <TabsContent value="google">
        <PracticeGoogleAccount google={view.google} />
      </TabsContent>
    </Tabs>
  )
}
