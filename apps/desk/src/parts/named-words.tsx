import { namedPieces, useShownNames } from '../reading/shown-names.ts'
import styles from '../styles/reading.module.css'

interface NamedWordsProps {
  readonly words: string
  /** Where they stand in the text, in code points. */
  readonly start: number
}

/** Words of a text; where names are shown, each beside its token. The letters on the page stay those of the working text: a name is drawn, and can be neither chosen nor copied. */
export function NamedWords({ words, start }: NamedWordsProps) {
  const names = useShownNames()
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
export function NamedSpeaker({ speaker }: { readonly speaker: string }) {
  const name = useShownNames()?.speakers.get(speaker)
  return name === undefined ? (
    speaker
  ) : (
    <span className={styles.named} data-name={name}>
      {speaker}
    </span>
  )
}
