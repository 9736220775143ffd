const TOGETHER = 64 * 1024

/** Lines as bytes, each with its newline, in pieces of a size that is worth digesting. */
export async function* linesOf(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let piece: string[] = []
  let letters = 0
  for await (const line of lines) {
    piece.push(line, '\n')
    letters += line.length + 1
    if (letters < TOGETHER) continue
    yield encoder.encode(piece.join(''))
    piece = []
    letters = 0
  }
  if (letters > 0) yield encoder.encode(piece.join(''))
}
