/** How a name is written; `other` is compared as text and nothing is done to it. */
export type Script = 'arabic' | 'latin' | 'other'

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u

/** The script of a part of a name: Arabic or Latin where it has any letter of it, Arabic first. */
export function scriptOf(text: string): Script {
  const first = text.charCodeAt(0)
  if (first >= 0x621 && first <= 0x64a) return 'arabic'
  if (first >= 0x61 && first <= 0x7a && text.charCodeAt(text.length - 1) <= 0x7a) return 'latin'
  if (ARABIC.test(text)) return 'arabic'
  return LATIN.test(text) ? 'latin' : 'other'
}
