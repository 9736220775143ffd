import type { ReactNode } from 'react'
import { namedPieces, type ShownNames } from '../reading/shown-names.ts'
import styles from '../styles/reading.module.css'

/**
 * Words of a text; where names are shown, each beside its token. The letters on the page stay those of the working text: a name is drawn, and can be
 * neither chosen nor copied. No component: a long text has thousands of them.
 * @param start where the words stand in the text, in code points
 */
export function namedWords(words: string, start: number, names: ShownNames | null): ReactNode {
  if (names === null) return words
  return namedPieces(words, start, names).map((piece, at) =>
    piece.name === null ? (
      piece.words
    ) : (
      <span key={at} className={styles.named} data-name={piece.name}>
        {piece.words}
      </span>
    ),
  )
}

/** Who speaks; where names are shown, with theirs. */
export function namedSpeaker(speaker: string, names: ShownNames | null): ReactNode {
  const name = names?.speakers.get(speaker)
  return name === undefined ? (
    speaker
  ) : (
    <span className={styles.named} data-name={name}>
      {speaker}
    </span>
  )
}
