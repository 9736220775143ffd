import { digestOf, ok, refuse, type Outcome } from '@corroborate/base'
import { indexText, type TextIndex } from './code-points.ts'
import type { Passage } from './passage.ts'
import type { Text } from './text.ts'

/** Whether a text still is what was hashed: one changed letter, and every passage in it is in doubt. */
export function verifyText(text: Text): Outcome<Text, 'text-changed'> {
  const found = digestOf(text.content)
  if (found === text.sha256) return ok(text)
  return refuse('text-changed', `${text.code} was frozen as ${text.sha256} and now reads as ${found}`)
}

/**
 * Whether a passage says what stands at its place in its text. The text itself is verified apart, once for all its passages.
 * @param index of the text's content, when many passages of one text are verified
 * @returns `other-text` when the passage was taken in another text or another version of it, `words-differ` when its
 *   words or what stands around them are not those at its positions
 */
export function verifyPassage(
  text: Text,
  passage: Passage,
  index: TextIndex = indexText(text.content),
): Outcome<Passage, 'other-text' | 'words-differ'> {
  if (passage.text !== text.id || passage.sha256 !== text.sha256)
    return refuse('other-text', `passage ${passage.code} was not taken in this version of ${text.code}`)
  const found = index.slice(passage.start, passage.end)
  if (passage.exact === '' || found !== passage.exact)
    return refuse(
      'words-differ',
      `passage ${passage.code} says "${passage.exact}"; at ${passage.start} to ${passage.end} ${text.code} has "${found}"`,
    )
  const { start, end, prefix, suffix } = passage
  const around =
    index.slice(start - indexText(prefix).length, start) === prefix &&
    index.slice(end, end + indexText(suffix).length) === suffix
  return around ? ok(passage) : refuse('words-differ', `what stands around passage ${passage.code} differs`)
}
