import 'server-only'
import MailComposer from 'nodemailer/lib/mail-composer'
import { hashOf, keyHeader } from '../effect-key'

export type Letter = {
  readonly to: readonly string[]
  readonly cc?: readonly string[] | undefined
  readonly bcc?: readonly string[] | undefined
  readonly subject: string
  readonly text: string
  /** The Message-ID of the mail that is answered, and those before it. */
  readonly answers?: { readonly messageId: string; readonly references: string }
}

/**
 * The mail as Gmail takes it, with the effect's key in a header of its own. Who it is from is left to Gmail: the
 * account's own address.
 */
export async function compose(letter: Letter, idempotencyKey: string): Promise<string> {
  const { to, cc = [], bcc = [], subject, text, answers } = letter
  const node = new MailComposer({
    to: [...to],
    cc: [...cc],
    bcc: [...bcc],
    subject,
    text,
    headers: { [keyHeader]: hashOf(idempotencyKey) },
    ...(answers
      ? {
          inReplyTo: answers.messageId,
          references: `${answers.references} ${answers.messageId}`.trim(),
        }
      : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile()
  // Gmail reads the hidden recipients from the mail and takes them out before it goes.
  node.keepBcc = true
  return (await node.build()).toString('base64url')
}
