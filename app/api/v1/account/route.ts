import { accountChanges, accountSchema, changeAccount, getAccount } from '@/lib/services/accounts/account'
import { userRoute } from '@/lib/services/http/route'

export const GET = userRoute({
  summary: 'My account',
  answer: accountSchema,
  handler: ({ caller }) => getAccount(caller),
})

export const PATCH = userRoute({
  summary: 'Change my name',
  body: accountChanges,
  answer: accountSchema,
  handler: ({ caller, body }) => changeAccount(caller, body),
})
