/**
 * What `bdi` is on a page, for text that is put into a sentence: a first-strong isolate, so that a name or a code that runs
 * the other way does not pull its neighbours to its side, and the number of a note is not taken for decimals of the number
 * before it. Only around what runs the other way: elsewhere it would be a sign for nothing.
 */
export function isolated(direction: 'ltr' | 'rtl', text: string): string {
  return OTHER_WAY[direction].test(text) ? `\u2068${text}\u2069` : text
}

const OTHER_WAY = {
  ltr: /[\p{Script=Arabic}\p{Script=Hebrew}\u0660-\u0669]/u,
  rtl: /[\p{Script=Latin}0-9\u0660-\u0669]/u,
} as const
