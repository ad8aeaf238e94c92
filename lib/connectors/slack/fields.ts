import { z } from 'zod'
import { readBlocks } from './blocks'

/** A channel is named by its id, which survives renaming; people choose it by its #name. */
export const channelField = z
  .string()
  .regex(/^[CGD][A-Z0-9]{2,}$/, 'Choose a channel from the list, or paste its id (it starts with C).')
  .meta({
    title: 'Channel',
    description: 'The channel’s id.',
    placeholder: 'C0123456789',
    control: 'text',
    pick: 'slack.channel.list',
    destination: true,
  })

export const textField = z.string().min(1).max(12_000).meta({
  title: 'Text',
  description: 'Slack’s mrkdwn: *bold*, _italic_, <https://example.com|a link>.',
  control: 'long_text',
})

export const mentionsField = z.boolean().optional().meta({
  title: 'Allow mentions',
  description: 'Off: @channel, @here and <@user> stand as plain text and call nobody.',
  control: 'toggle',
  destination: true,
})

export const blocksField = z
  .json()
  .superRefine((given, context) => {
    const { problem } = readBlocks(given)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
  .optional()
  .meta({
    title: 'Blocks',
    description: 'Slack’s Block Kit as a JSON list. The text is then what notifications say.',
    control: 'json',
  })

export const imagesField = z.boolean().optional().meta({
  title: 'Allow images',
  description:
    'Slack fetches the addresses of images in blocks, and whoever runs them can tell. Off: refused.',
  control: 'toggle',
  destination: true,
})

/** What a message says, in every action that writes one. */
export const wordsFields = {
  text: textField,
  blocks: blocksField,
  mentions: mentionsField,
  images: imagesField,
}

/** A person is named by an id; people choose by name. */
export const userField = z
  .string()
  .regex(/^[UW][A-Z0-9]{2,}$/, 'Choose a person from the list, or paste their id (it starts with U).')

/** The id that Slack gives a message: seconds and a counter. */
export const messageTs = z.string().regex(/^\d+\.\d+$/, 'A message’s id looks like 1762075200.000100.')

export const ownMessageField = messageTs.meta({
  title: 'Message',
  description: 'The message’s id, as posting or listing messages gives it.',
  placeholder: '1762075200.000100',
  control: 'text',
  destination: true,
})

/** An emoji by its name, with or without colons. */
export const emojiField = z
  .string()
  .regex(
    /^:?[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?:?$/,
    'An emoji’s name looks like eyes or white_check_mark.',
  )
  .meta({
    title: 'Emoji',
    description: 'Its name in Slack.',
    placeholder: 'white_check_mark',
    control: 'text',
  })
