import { answer } from '../answer.ts'
import type { Asked, Ran } from './run.ts'

/** Answers command lines one after another, each as the program that is begun anew: for tests, which would wait for its modules each time. */
process.on('message', (asked: Asked) => void answered(asked).then((ran) => process.send?.(ran)))
process.once('disconnect', () => process.exit())

async function answered({ words, environment }: Asked): Promise<Ran> {
  const before = { ...process.env }
  Object.assign(process.env, environment)
  const said = { out: '', err: '' }
  const undo = [
    heard(process.stdout, (text) => (said.out += text)),
    heard(process.stderr, (text) => (said.err += text)),
  ]
  const code = await answer(words)
  for (const back of undo) back()
  process.env = before
  return { code, ...said }
}

function heard(stream: NodeJS.WriteStream, hear: (text: string) => void): () => void {
  const write = stream.write.bind(stream)
  stream.write = (chunk: string | Uint8Array) => {
    hear(String(chunk))
    return true
  }
  return () => {
    stream.write = write
  }
}
