import type { Dice } from '@corroborate/base'
import type { RowLink } from '@corroborate/estimate'
import type { Linkage } from '@corroborate/report'
import { idOf } from '../ids.ts'
import type { ListWithTruth } from './lists.ts'

/** Of the rows that are somebody who stands on another row too, so many were not recognised. */
export const MISSED = 0.04
/** Of the people who stand on one row, so many were held to be somebody else. */
export const FALSE = 0.01

/** Who is who, as somebody who compared the rows by hand would have it: nearly right. The keys give nobody away. */
export function linkageByHand(dice: Dice, lists: readonly ListWithTruth[]): Linkage {
  const rows = lists.flatMap(({ list, people }) => people.map(({ row, person }) => ({ list, row, person })))
  const rowsOf = Map.groupBy(rows, ({ person }) => person)
  const key = new Map(dice.shuffle([...rowsOf.keys()]).map((person, at) => [person, keyOf(at + 1)]))
  let last = key.size
  const met = new Set<string>()
  const others = [...rowsOf.keys()]
  const links = rows.map(({ list, row, person }): RowLink => {
    const own = key.get(person) ?? ''
    const held = () => {
      if (met.has(person)) return dice.next() < MISSED ? keyOf(++last) : own
      met.add(person)
      const alone = rowsOf.get(person)?.length === 1
      return alone && dice.next() < FALSE
        ? (key.get(others[dice.whole(0, others.length - 1)] ?? '') ?? own)
        : own
    }
    return { list: list.id, row, person: held(), draw: null }
  })
  return {
    id: idOf('linkage', 'by-hand'),
    code: 'by-hand',
    title: { en: 'Rows compared by hand', ar: 'صفوف قورنت يدوياً' },
    madeBy: {
      en: 'Two researchers (invented) compared names, parents, years of birth and towns, row by row. They missed some matches and made a few that are wrong.',
      ar: 'قارن باحثان (مختلقان) الأسماء والوالدين وسنوات الميلاد والبلدات صفاً صفاً. فاتتهما مطابقات وأخطآ في بعضها.',
    },
    links,
  }
}

function keyOf(number: number): string {
  return `p${String(number).padStart(4, '0')}`
}
