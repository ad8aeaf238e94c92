import type { SVGProps } from 'react'

/** Drawn by us in one stroke weight, so that products sit quietly beside our own icons. */
export function GitHubGlyph(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" {...props}>
      <title>GitHub</title>
      <path
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M9 20.5v-3.2c-3.6.8-4.4-1.6-4.4-1.6M15 20.5v-3.6c0-1 .1-1.6-.5-2.2 2.7-.3 5-1.3 5-5.3 0-1.1-.4-2.1-1.1-2.9.3-.8.3-1.9-.1-3 0 0-1-.2-3.3 1.3a11 11 0 0 0-6 0C6.7 3.3 5.7 3.5 5.7 3.5c-.4 1.1-.4 2.2-.1 3-.7.8-1.1 1.8-1.1 2.9 0 4 2.3 5 5 5.3-.4.4-.5 1-.5 1.6"
      />
    </svg>
  )
}

export function SlackGlyph(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" {...props}>
      <title>Slack</title>
      <g strokeLinejoin="round">
        <rect x="9" y="2.5" width="3.5" height="8.5" rx="1.75" />
        <rect x="13" y="9.5" width="8.5" height="3.5" rx="1.75" />
        <rect x="11.5" y="13" width="3.5" height="8.5" rx="1.75" />
        <rect x="2.5" y="11" width="8.5" height="3.5" rx="1.75" />
      </g>
    </svg>
  )
}

export function GoogleGlyph(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" {...props}>
      <title>Google</title>
      <path strokeLinecap="round" strokeLinejoin="round" d="M18.4 5.6A9 9 0 1 0 21 12h-8.5" />
    </svg>
  )
}

export function JiraGlyph(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" {...props}>
      <title>Jira</title>
      <g strokeLinejoin="round" strokeLinecap="round">
        <path d="M11.5 3h9v9c-2.2 0-4-1.8-4-4v-1h-1c-2.2 0-4-1.8-4-4Z" />
        <path d="M7.2 7.6h1.1M12.4 11.7v1.1M3 11.9h9v9c-2.2 0-4-1.8-4-4v-1H7c-2.2 0-4-1.8-4-4Z" />
      </g>
    </svg>
  )
}
