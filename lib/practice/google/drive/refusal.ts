import { googleError } from '../part'

/** A request that Google would refuse. Thrown where it is found, answered at the door. */
export class Refusal extends Error {
  readonly answer: () => Response

  constructor(code: number, message: string, reason: string) {
    super(message)
    this.answer = () => googleError(code, message, reason)
  }
}

export function invalid(message: string): Refusal {
  return new Refusal(400, message, 'badRequest')
}

export function notFound(what: string): Refusal {
  return new Refusal(404, `${what} not found.`, 'notFound')
}
