import { z } from 'zod'

/** A person as every action gives them. */
export const userOutput = z.object({
  id: z.string().meta({ title: 'User id' }),
  name: z.string().meta({ title: 'User name' }),
  full_name: z.string().meta({ title: 'Full name' }),
  email: z.string().meta({ title: 'E-mail' }),
  role: z.string().meta({ title: 'Title' }),
  is_bot: z.boolean().meta({ title: 'Is an app' }),
})

/** Of what Slack says about a person only what is used. E-mail is left out where the scope is missing. */
export const vendorUser = z.object({
  id: z.string(),
  name: z.string(),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  profile: z
    .object({
      real_name: z.string().optional(),
      email: z.string().optional(),
      title: z.string().optional(),
    })
    .default({}),
})

export function toUser(user: z.output<typeof vendorUser>): z.output<typeof userOutput> {
  const { id, name, real_name, is_bot, profile } = user
  return {
    id,
    name,
    full_name: real_name ?? profile.real_name ?? name,
    email: profile.email ?? '',
    role: profile.title ?? '',
    is_bot,
  }
}
