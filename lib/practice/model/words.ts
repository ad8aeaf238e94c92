/** How grave a text looks, from the words in it. */
export type Gravity = 'grave' | 'serious' | 'plain' | 'light'

const grave =
  /\b(urgent\w*|asap|emergency|crash\w*|data loss|los(?:es|t|ing) (?:\w+ ){0,2}(?:data|work|files?|orders?)|security|vulnerab\w*|breach\w*|leak\w*|outage|(?:is|are|site|server|service) down|cannot (?:log ?in|sign ?in|pay|check ?out|start)|can't (?:log ?in|sign ?in|pay)|corrupt\w*|critical|blocker|severe\w*|production|fatal|panic\w*|injection|xss)\b/i
const light =
  /\b(question|typo\w*|how (?:do|can|to)|docs?|documentation|wording|spelling|cosmetic|minor|nice to have|feature request|suggestion|would be (?:nice|great)|wondering|trivial|low priority)\b/i

const serious =
  /\b(does nothing|finds? nothing|does ?n[o']t (?:work|load|open|start)|not working|fail(?:s|ed|ing|ure)?|broken|errors?|\w*error|exceptions?|time ?outs?|times out|signs? (?:\w+ )?out|pending|lost|missing|cannot|can't|stuck|customers? (?:wrote|complain\w*)|retried|high priority|deadline|overdue)\b/i

export function gravityOf(text: string): Gravity {
  if (grave.test(withoutDenied(text))) return 'grave'
  if (light.test(text)) return 'light'
  return serious.test(text) ? 'serious' : 'plain'
}

/** Where on a scale from 0 to 1 a gravity stands. */
export const shareOf: Readonly<Record<Gravity, number>> = { grave: 1, serious: 0.67, plain: 0.4, light: 0 }

/** "Not urgent" is no sign of urgency. */
export function withoutDenied(text: string): string {
  return text.replace(/\b(?:not|no|non|never|isn't|without)[\s-]+(?:an? |any |very |really )?\w+/gi, ' ')
}

/** Where the words that people name degrees with stand on one scale. */
const degrees: readonly (readonly [RegExp, number])[] = [
  [
    /^(critical|blocker|urgent|emergency|severe|highest|p0|sev ?0|s0|very high|immediate(ly)?|escalate|page)$/,
    5,
  ],
  [/^(high|major|important|p1|sev ?1|s1|serious)$/, 4],
  [/^(medium|normal|moderate|standard|p2|sev ?2|s2|average|mid)$/, 3],
  [/^(low|minor|p3|sev ?3|s3|small)$/, 2],
  [/^(lowest|trivial|none|ignore|very low|p4|sev ?4|informational|info)$/, 1],
]

export function degreeOf(choice: string): number | null {
  return degrees.find(([pattern]) => pattern.test(choice))?.[1] ?? null
}

/** Words that speak for a subject. A choice or label is taken for a subject when its name is one of the keys. */
export const subjects: Readonly<Record<string, RegExp>> = {
  bug: /\b(bug|crash\w*|error\w*|broken|fail\w*|exception|stack ?trace|does ?n[o']t work|wrong|regression|does nothing|finds? nothing|jumps?|miss(?:es|ing)|signs? (?:\w+ )?out|retried|stuck|freez\w*|defect)\b/gi,
  feature:
    /\b(feature|would be (?:nice|great)|support for|please add|wish|could you add|let (?:people|us|users|me)|allow|asked for|should be able|would like|dark mode|enhancement|suggestion|idea)\b/gi,
  question: /\b(question|how (?:do|can|to)|why|what is|is it possible|wondering|help)\b|\?/gi,
  documentation: /\b(docs?|documentation|readme|typo\w*|guide|manual|spelling|wording)\b/gi,
  security: /\b(security|vulnerab\w*|xss|csrf|injection|leak\w*|breach\w*|password|exploit\w*)\b/gi,
  performance: /\b(slow\w*|performance|latency|time ?outs?|memory|cpu|hang\w*)\b/gi,
  billing: /\b(bill\w*|invoice\w*|payment\w*|pay|refund\w*|charge\w*|price\w*|subscription\w*|checkout)\b/gi,
  technical: /\b(error\w*|server|api|crash\w*|install\w*|bug|code|log ?in|integration)\b/gi,
  sales: /\b(buy|quote|demo|pricing|plan|licen[cs]e\w*|trial|purchase)\b/gi,
  account: /\b(account|log ?in|sign ?in|password|profile|e-?mail address)\b/gi,
  complaint: /\b(complain\w*|unacceptable|disappoint\w*|angry|terrible|refund)\b/gi,
  praise: /\b(thanks?|thank you|great|love|awesome|excellent|well done)\b/gi,
  positive: /\b(thanks?|great|love|awesome|excellent|happy|good|perfect|works well)\b/gi,
  negative: /\b(bad|terrible|hate|angry|broken|fail\w*|crash\w*|disappoint\w*|worst|unacceptable|slow)\b/gi,
  spam: /\b(winner|lottery|click here|prize|viagra|crypto|free money|casino)\b/gi,
  ui: /\b(button|layout|dark mode|screen|colou?r|font|css|page|mobile)\b/gi,
  meeting: /\b(meeting|calendar|schedule|invite|agenda)\b/gi,
}

const sameSubject: Readonly<Record<string, string>> = {
  defect: 'bug',
  'bug report': 'bug',
  enhancement: 'feature',
  'feature request': 'feature',
  request: 'feature',
  support: 'question',
  help: 'question',
  docs: 'documentation',
  payment: 'billing',
  payments: 'billing',
  finance: 'billing',
  tech: 'technical',
  engineering: 'technical',
  login: 'account',
  design: 'ui',
}

/** How many words of the text speak for a subject. */
export function subjectCount(name: string, text: string): number {
  const pattern = subjects[sameSubject[name] ?? name]
  return pattern ? [...text.matchAll(pattern)].length : 0
}
