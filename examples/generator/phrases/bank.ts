/**
 * How one thing is asked and told: several ways of each. `[[…]]` is the passage that a coder marks, exactly one in a telling;
 * `{name}` is filled in from what the witness knows.
 */
export interface Phrase {
  readonly ask: readonly [string, ...string[]]
  readonly tell: readonly [string, ...string[]]
}
export type Bank<Key extends string> = Readonly<Record<Key, Phrase>>

export interface Told {
  readonly text: string
  /** Where the passage stands in `text`, in UTF-16 units. */
  readonly from: number
  readonly to: number
}

/** The telling with its slots filled and its marks taken out. Throws on a slot without words: the bank is wrong then. */
export function fill(telling: string, slots: Readonly<Record<string, string>>): Told {
  const filled = telling.replace(/\{([a-z]+)\}/gi, (_, name: string) => slotOf(slots, name, telling))
  const from = filled.indexOf('[[')
  const to = filled.indexOf(']]')
  if (from < 0 || to < from) throw new Error(`no passage is marked in: ${telling}`)
  const text = filled.slice(0, from) + filled.slice(from + 2, to) + filled.slice(to + 2)
  return { text: capital(text), from, to: to - 2 }
}

/** The question with its slots filled. */
export function fillQuestion(question: string, slots: Readonly<Record<string, string>>): string {
  return capital(question.replace(/\{([a-z]+)\}/gi, (_, name: string) => slotOf(slots, name, question)))
}

function slotOf(slots: Readonly<Record<string, string>>, name: string, where: string): string {
  const words = slots[name]
  if (words === undefined) throw new Error(`no words for {${name}} in: ${where}`)
  return words
}

/** A slot may begin a sentence. */
function capital(text: string): string {
  return text.replace(
    /(^|[.?!] )([a-z])/g,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
}
