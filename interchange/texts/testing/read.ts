import { givenFileOf } from '../../bytes/given-file.ts'
import { readTextFile } from '../read-text-file.ts'
import { AS_FOUND, type ReadText, type TextAsked } from '../text-read.ts'

export function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

/** A text as it is read; a refusal is the end of a test. */
export async function read(
  content: string | Uint8Array,
  { name = 'invented', ...asked }: Partial<TextAsked> & { readonly name?: string } = {},
): Promise<ReadText> {
  const result = await readTextFile(givenFileOf(name, bytesOf(content)), { ...AS_FOUND, ...asked })
  if (!result.ok) throw new Error(result.fault.sentence)
  return result.text
}

/** The sentence for which nothing of a file is taken in. */
export async function refusal(content: string | Uint8Array, name = 'invented'): Promise<string> {
  const result = await readTextFile(givenFileOf(name, bytesOf(content)))
  if (result.ok) throw new Error(`${name} was read as ${result.text.form}`)
  return result.fault.sentence
}

/** `I: When?`, turn by turn. */
export function said({ turns }: ReadText): readonly string[] {
  return turns.map(({ speaker, pieces }) => {
    const words = pieces
      .map((piece, i) => (i === 0 ? '' : piece.paragraph ? '\n' : ' ') + piece.words)
      .join('')
    return speaker === null ? words : `${speaker}: ${words}`
  })
}

/** Speaker, beginning and end of every piece, in milliseconds. */
export function timed({
  turns,
}: ReadText): readonly (readonly [string | null, number | null, number | null])[] {
  return turns.flatMap(({ speaker, pieces }) => pieces.map(({ from, to }) => [speaker, from, to] as const))
}

export function warned({ warnings }: ReadText): readonly string[] {
  return warnings.map(({ sentence }) => sentence)
}
