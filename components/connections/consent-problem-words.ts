import type { ConsentProblem } from '@/lib/policy/views/consent-view'

/** What happened on the way to a consent, and what to do. */
export function consentProblemWords(
  problem: ConsentProblem,
  service: string,
): { readonly title: string; readonly text: string } {
  const words: Readonly<Record<ConsentProblem, { title: string; text: string }>> = {
    denied: {
      title: `${service} was not connected`,
      text: 'You said no there, so nothing was granted and nothing was saved. Connect it again whenever you like.',
    },
    signed_out: {
      title: 'You are not signed in any more',
      text: `${service} sent you back, but your session had ended meanwhile. Nothing was saved. Sign in, then connect it again.`,
    },
    wrong_state: {
      title: 'This return fits no request',
      text: `Handrail did not send you to ${service} with this address, so it was not used. If you followed a link that someone gave you, do not. To connect a service, begin in Connections.`,
    },
    other_session: {
      title: 'This return belongs to another session',
      text: `Someone else, or you in another browser, began to connect ${service}. Nothing was saved. Begin again here, in Connections.`,
    },
    replayed: {
      title: 'This return was used already',
      text: 'Each one is good once. If the connection is not in your list, begin again in Connections.',
    },
    expired: {
      title: 'That took too long',
      text: `You have ten minutes for the consent at ${service}. Nothing was saved. Begin again in Connections.`,
    },
    code_spent: {
      title: `${service} did not accept the return`,
      text: 'Its code was used already or is too old. Nothing was saved. Begin again in Connections.',
    },
    refused: {
      title: `${service} granted nothing`,
      text: 'It answered with an error, and nothing was saved. Begin again in Connections; if it happens again, whoever runs Handrail has to look at the app that was made there: its client id, its secret and its callback address.',
    },
    not_allowed: {
      title: 'You may not add this connection',
      text: 'Your role changed meanwhile, or the connection was removed. Nothing was saved. Ask an admin of the workspace.',
    },
    unreachable: {
      title: `${service} could not be reached`,
      text: 'Nothing was saved. Wait a moment, then begin again in Connections.',
    },
  }
  return words[problem]
}
