import { durationInWords } from '../../core/duration'
import type { NodeOf, NodeType, WorkflowNode } from '../document'
import { actionSentence } from './action-sentence'
import { bindingParts } from './binding-parts'
import { conditionParts } from './condition-parts'
import type { SentenceContext } from './context'
import { cronInWords } from './cron-in-words'
import { listSentence } from './list-sentence'
import { eachSentence, repeatSentence } from './loop-sentence'
import { blank, joined, type SentencePart, say, series, value } from './part'

type Tell<Type extends NodeType = NodeType> = {
  tell(node: NodeOf<Type>, context: SentenceContext): readonly SentencePart[]
}

const table: { readonly [Type in NodeType]: Tell<Type> } = {
  'trigger.form': {
    tell({ config: { fields } }) {
      if (fields.length === 0) return [say('Starts when someone presses Run')]
      const labels = fields.slice(0, 4).map(({ label, key }) => [value(label ?? key.replaceAll('_', ' '))])
      const rest = fields.length > 4 ? [[say(`${fields.length - 4} more`)]] : []
      return [say('Starts when someone fills in '), ...series([...labels, ...rest], 'and')]
    },
  },
  'trigger.schedule': {
    tell({ config: { cron, zone } }) {
      const words = cronInWords(cron)
      const when = words
        ? [value(words)]
        : cron.trim()
          ? [say('on the schedule '), value(cron)]
          : [blank('a time', 'config.cron')]
      return [say('Starts '), ...when, say(`, ${zone.replaceAll('_', ' ')} time`)]
    },
  },
  'trigger.webhook': {
    tell({ config: { answer, proof } }) {
      return [
        say(`Starts when its address is called${proof ? ' by someone who proves to know its secret' : ''}`),
        ...(answer === 'result' ? [say(', and answers with the result')] : []),
      ]
    },
  },
  'trigger.workflow': {
    tell({ config: { fields } }) {
      if (fields.length === 0) return [say('Starts when another workflow calls it')]
      const labels = fields.map(({ label, key }) => [value(label ?? key.replaceAll('_', ' '))])
      return [say('Starts when another workflow calls it with '), ...series(labels, 'and')]
    },
  },
  action: { tell: actionSentence },
  agent: {
    tell({ config: { instructions, tools, output } }, context) {
      const task = bindingParts(instructions, { label: 'what to do', field: 'config.instructions' }, context)
      const titles = tools
        .slice(0, 3)
        .map(({ action }) => [value(context.actions.get(action)?.title ?? action)])
      const more = tools.length > 3 ? [[say(`${tools.length - 3} more`)]] : []
      const given = output.slice(0, 4).map(({ key, label }) => [value(label ?? key.replaceAll('_', ' '))])
      return [
        say('Let a model work: '),
        ...task,
        ...(tools.length > 0 ? [say(', with '), ...series([...titles, ...more], 'and')] : []),
        ...(output.length > 0 ? [say(', and give '), ...series(given, 'and')] : []),
      ]
    },
  },
  approval: {
    tell({ config: { approvers, quorum, deadline } }, { people }) {
      const named = approvers.map((approver) => [
        value('role' in approver ? withArticle(approver.role) : (people?.get(approver.member) ?? 'a member')),
      ])
      const who = named.length > 0 ? series(named, 'or') : [blank('somebody', 'config.approvers')]
      const many = quorum > 1 ? `${quorum} of ` : ''
      return [
        say(`Ask ${many}`),
        ...who,
        say(' to approve'),
        ...(deadline ? [say(` within ${durationInWords(deadline)}`)] : []),
      ]
    },
  },
  condition: {
    tell({ config: { branches, otherwise } }, context) {
      const [first, ...others] = branches
      if (!first) return [say('Always go '), value(otherwise.replaceAll('_', ' '))]
      const when = conditionParts(first.when, 'config.branches.0.when', context)
      const name = first.label ?? first.exit.replaceAll('_', ' ')
      const more =
        others.length === 0
          ? ''
          : others.length === 1
            ? ', one more branch'
            : `, ${others.length} more branches`
      return [
        say('If '),
        ...when,
        say(', go '),
        value(name),
        say(`${more}, otherwise `),
        value(otherwise.replaceAll('_', ' ')),
      ]
    },
  },
  set: {
    tell({ config: { fields } }, context) {
      if (fields.length === 0) return [say('Give names to '), blank('values', 'config.fields')]
      const set = fields
        .slice(0, 3)
        .map(({ key, value: binding }, index) => [
          say(`${key.replaceAll('_', ' ')} to `),
          ...bindingParts(binding, { label: 'a value', field: `config.fields.${index}.value` }, context),
        ])
      const rest = fields.length > 3 ? [[say(`${fields.length - 3} more`)]] : []
      return [say('Set '), ...series([...set, ...rest], 'and')]
    },
  },
  list: { tell: listSentence },
  each: { tell: eachSentence },
  repeat: { tell: repeatSentence },
  workflow: {
    tell({ config }, { workflows }) {
      if (!config.workflow) return [say('Run '), blank('a workflow', 'config.workflow')]
      return [say('Run '), value(workflows?.get(config.workflow)?.name ?? 'another workflow')]
    },
  },
  wait: {
    tell({ config }, context) {
      if ('for' in config) return [say('Wait '), value(durationInWords(config.for))]
      if ('call' in config) {
        const within = config.deadline ? `, for ${durationInWords(config.deadline)} at most` : ''
        return [say(`Wait until its address is called${within}`)]
      }
      return [
        say('Wait until '),
        ...bindingParts(config.until, { label: 'a time', field: 'config.until' }, context),
      ]
    },
  },
  respond: {
    tell({ config: { status, body } }, context) {
      const what = bindingParts(body, { label: 'an answer', field: 'config.body' }, context)
      return [say('Answer the caller with '), ...what, ...(status === 200 ? [] : [say(`, status ${status}`)])]
    },
  },
  stop: {
    tell({ config: { status, message } }, context) {
      const told = message
        ? [say(': '), ...bindingParts(message, { label: 'a message', field: 'config.message' }, context)]
        : []
      return [say(`End the run as ${status}`), ...told]
    },
  },
  note: { tell: ({ config: { text } }) => [say(text)] },
}

const tellers: Readonly<Record<NodeType, Tell>> = table

/** What a node will do with its present values, as one sentence of text and chips. Untouched nodes read whole too. */
export function sentenceOf(node: WorkflowNode, context: SentenceContext): readonly SentencePart[] {
  return joined(tellers[node.type].tell(node, context))
}

function withArticle(role: string): string {
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`
}
