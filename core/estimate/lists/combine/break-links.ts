import type { Dice } from '@corroborate/base'
import type { RowLink } from '../overlap/linked-rows.ts'

/**
 * The links with a share of the matches undone at random: each row beyond a person's first is torn off with this chance and becomes a person
 * of its own. What false non-matches would do to an answer that rests on the links.
 */
export function breakLinks(
  links: readonly RowLink[],
  { share, dice }: { readonly share: number; readonly dice: Dice },
): readonly RowLink[] {
  const met = new Set<string>()
  return links.map((link) => {
    const person = `${String(link.draw)} ${link.person}`
    if (!met.has(person)) {
      met.add(person)
      return link
    }
    return dice.next() < share ? { ...link, person: `${link.person} / ${link.list} ${link.row}` } : link
  })
}
