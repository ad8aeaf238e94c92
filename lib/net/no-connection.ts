import { HandrailError } from '../core/errors'

/** An action was run without the connection that it needs. */
export function noConnection(product: string): HandrailError {
  return new HandrailError({
    code: 'no_connection',
    who: 'user',
    retry: 'no',
    message: `This step has no ${product} connection. Choose one on the node.`,
  })
}
