/** One message of PostgreSQL's protocol: its letter, what it holds, and its bytes as they travel. */
export type Frame = { readonly letter: string; readonly body: Buffer; readonly bytes: Buffer }

/** Cuts a stream of bytes into messages. `greets`: the first ones of a client have a length and no letter. */
export function frameReader({ greets }: { readonly greets: boolean }) {
  let rest: Buffer = Buffer.alloc(0)
  let isGreeting = greets
  return (bytes: Buffer): Frame[] => {
    rest = Buffer.concat([rest, bytes])
    const frames: Frame[] = []
    for (;;) {
      const head = isGreeting ? 0 : 1
      if (rest.length < head + 4) return frames
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return frames
      const frame = {
        letter: isGreeting ? '' : String.fromCharCode(rest[0] ?? 0),
        body: rest.subarray(head + 4, end),
        bytes: rest.subarray(0, end),
      }
      isGreeting = false
      rest = rest.subarray(end)
      frames.push(frame)
    }
  }
}

/** The texts, each ended by a nought, that a message begins with. */
export const textsIn = (body: Buffer): readonly string[] => body.toString('utf8').split('\0')
