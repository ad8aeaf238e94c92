import { z } from 'zod'

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
})

/** The id that Slack gives a message: seconds and a counter. */
export const messageTs = z.string().regex(/^\d+\.\d+$/, 'A message’s id looks like 1762075200.000100.')
