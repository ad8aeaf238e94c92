import { chooseOne } from './choose'
import {
  everything,
  firstDay,
  firstEmail,
  firstRepository,
  firstUrl,
  valueNamed,
  valueWritten,
} from './extract'
import type { Filled } from './filled'
import { type Material, plainName } from './material'
import { optionsIn } from './options-in'
import { cutOff, headOf, sentencesOf, summaryOf } from './summary'
import { type Gravity, gravityOf } from './words'

/** Kinds that a value must keep to, whatever the field is called: known from the format or from the hint. */
const kinds: readonly (Rule & { readonly keeps: RegExp })[] = [
  {
    about: /\be mail address\b|^email$|\bformat email\b/,
    keeps: /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
    fill: (m) => firstEmail(everything(m)),
    otherwise: 'nobody@example.com',
  },
  {
    about: /\byyyy mm dd\b|\bformat date\b/,
    keeps: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/,
    fill: (m) => firstDay(everything(m)),
    otherwise: '2026-01-01',
  },
]

type Rule = {
  /** Tested against the field's name and, where that says nothing, its description. */
  readonly about: RegExp
  readonly fill: (material: Material, most: number) => string | undefined
  readonly otherwise: string
  /** The text is composed even if the data has one of that name: a reply is not the message it answers. */
  readonly composed?: true
}

const looks: Readonly<Record<Gravity, string>> = {
  grave: 'The text has words of urgency',
  serious: 'The text tells of something that does not work',
  light: 'The text reads like a small matter',
  plain: 'Nothing in the text stands out',
}

/** What a text field is about, first match wins. A rule whose `fill` finds nothing makes a guess of `otherwise`. */
const rules: readonly Rule[] = [
  {
    about: /\be ?mails?\b|\brecipient\b/,
    fill: (m) => firstEmail(everything(m)),
    otherwise: 'nobody@example.com',
  },
  {
    about: /\b(date|day|deadline|due|yyyy mm dd)\b/,
    fill: (m) => firstDay(everything(m)),
    otherwise: '2026-01-01',
  },
  {
    about: /\b(url|link|website|address)\b/,
    fill: (m) => firstUrl(everything(m)),
    otherwise: 'https://example.com',
  },
  {
    about: /\b(repo|repository)\b/,
    fill: (m) => firstRepository(everything(m)),
    otherwise: 'acme/example',
  },
  { about: /^owner$/, fill: (m) => firstRepository(everything(m))?.split('/')[0], otherwise: 'acme' },
  { about: /\bchannel\b/, fill: channelIn, otherwise: 'C000000' },
  { about: /\b(query|search|keywords?|jql|q)\b/, fill: keywordsOf, otherwise: 'open' },
  {
    about: /\b(title|subject|headline|name)\b/,
    fill: (m) => headOf(m, 80),
    otherwise: 'Untitled',
  },
  {
    about: /\b(reason|why|because|rationale|explanation|justification|evidence)\b/,
    fill: (m, most) => `${looks[gravityOf(m.text)]}: ${summaryOf(m, most - 60)}`,
    otherwise: 'Nothing.',
    composed: true,
  },
  {
    about: /\b(reply|answer|response|comment)\b/,
    fill: (m, most) => `Thank you for writing. As we understand it: ${summaryOf(m, most - 50)}`,
    otherwise: 'Thank you for writing.',
    composed: true,
  },
  {
    about:
      /\b(text|body|message|summary|description|content|note|digest|report|draft|details?|post|steps?|analysis|advice)\b/,
    fill: summaryOf,
    otherwise: 'Nothing.',
    composed: true,
  },
]

/** Fills a text field: by what it is about, with the value of that name if there is one, else with the head of the text. */
export function fillText(
  name: string,
  description: string,
  material: Material,
  most: number,
): Filled<string> {
  const kind = kinds.find((one) => one.about.test(plainName(description)))
  if (kind) return ofKind(kind, name, material, most)
  const options = optionsIn(description)
  if (options.length > 0) return { value: chooseOne(options, material), found: true }
  const rule =
    rules.find((one) => one.about.test(plainName(name))) ??
    rules.find((one) => one.about.test(plainName(description)))
  const value = rule?.composed
    ? rule.fill(material, most)
    : (valueNamed(name, material, 'given') ??
      rule?.fill(material, most) ??
      valueNamed(name, material, 'found'))
  const found = value ?? valueWritten(name, `${material.text}\n${material.task}`)
  if (found !== undefined) return { value: cutOff(String(found), most), found: true }
  return { value: rule ? rule.otherwise : headOf(material, Math.min(most, 120)), found: false }
}

function ofKind(
  kind: (typeof kinds)[number],
  name: string,
  material: Material,
  most: number,
): Filled<string> {
  const named = valueNamed(name, material)
  const value = typeof named === 'string' && kind.keeps.test(named) ? named : kind.fill(material, most)
  return { value: value ?? kind.otherwise, found: value !== undefined }
}

function channelIn(material: Material): string | undefined {
  const wanted = /#([a-z0-9][\w-]*)/i.exec(material.task)?.[1]
  const entries = material.lists
    .flatMap((list) => list.items)
    .map((item) => new Map(Object.entries(Object(item))))
  const match = entries.find((entry) => wanted !== undefined && entry.get('name') === wanted)
  const id = match?.get('id') ?? match?.get('value')
  return typeof id === 'string' ? id : /\b[CG][A-Z0-9]{6,}\b/.exec(everything(material))?.[0]
}

const commonWords = new Set(
  'about after again also because been before between both could does every find from have into just like look made make more most only other over please report reported same search some such than that their them then there these they this those under user very what when where which while will with would your'.split(
    ' ',
  ),
)

function keywordsOf(material: Material): string | undefined {
  const words = (sentencesOf(material.text)[0] ?? '').toLowerCase().match(/[a-z][a-z0-9-]{3,}/g) ?? []
  const telling = [...new Set(words)].filter((word) => !commonWords.has(word)).slice(0, 3)
  return telling.length > 0 ? telling.join(' ') : undefined
}
