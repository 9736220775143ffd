/** A way to write a sound, the sound, and letters that all stand in every text in which it can be met: most texts need not be searched for it. */
export interface Spelling {
  readonly written: RegExp
  readonly sound: string
  /** A bit for each letter. */
  readonly needs: number
  /** Letters that stand in a text once this was replaced in it. */
  readonly brings: number
}

/** @param needs letters a to z without which `written` meets nothing; where it is written in several ways, only those common to all */
export function spelling(written: RegExp, sound: string, needs = ''): Spelling {
  return { written, sound, needs: lettersOf(needs), brings: lettersOf(sound) }
}

/** A text with one spelling after the other replaced by its sound. */
export function respelled(text: string, spellings: readonly Spelling[]): string {
  let [out, letters] = [text, lettersOf(text)]
  for (const { written, sound, needs, brings } of spellings) {
    if ((letters & needs) !== needs) continue
    out = out.replace(written, sound)
    letters |= brings
  }
  return out
}

/** A bit for each letter a to z of a text. */
function lettersOf(text: string): number {
  let letters = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 97
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

/** A text in which no letter follows itself. */
export function squeezed(text: string): string {
  for (let at = 1; at < text.length; at++)
    if (text.charCodeAt(at) === text.charCodeAt(at - 1)) return text.replace(/(.)\1+/gu, '$1')
  return text
}
