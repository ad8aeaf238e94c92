import Link from 'next/link'
import { Entrance } from '@/components/auth/entrance'
import { consentProblemWords } from '@/components/connections/consent-problem-words'
import { Button } from '@/components/ui/button'
import { oauthProviders } from '@/lib/connectors/oauth'
import { consentProblems } from '@/lib/policy/views/consent-view'

export const metadata = { title: 'Not connected' }

type ProblemProps = { searchParams: Promise<{ why?: string; service?: string; workspace?: string }> }

/** Where a consent ends that came to nothing: what happened, and what to do. */
export default async function ConnectProblem({ searchParams }: ProblemProps) {
  const { why, service, workspace } = await searchParams
  const problem = consentProblems.find((each) => each === why) ?? 'wrong_state'
  const provider = Object.values(oauthProviders).find(({ id }) => id === service)
  const { title, text } = consentProblemWords(problem, provider?.title ?? 'The service')
  const slug = workspace && /^[a-z0-9-]{1,80}$/.test(workspace) ? workspace : null
  return (
    <Entrance title={title} description={text}>
      <Button asChild variant="primary">
        {problem === 'signed_out' ? (
          <Link href="/sign-in">Sign in</Link>
        ) : (
          <Link href={slug ? `/w/${slug}/connections` : '/'}>
            {slug ? 'Go to Connections' : 'Go to the start'}
          </Link>
        )}
      </Button>
    </Entrance>
  )
}
