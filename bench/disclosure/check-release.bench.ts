import { checkRelease, crossTable, type Account, type OutputText } from '@corroborate/disclosure'
import { derivedId, diceFrom } from '@corroborate/base'
import { nameKeys, USUAL_NAMES } from '@corroborate/linkage/names'
import { indexNames } from '@corroborate/testimony'
import { AT, consent, CONTEXT, NOTHING, on, person } from '../../core/disclosure/testing/release.ts'
import { against, costOf, inWords } from '../measure.ts'

/**
 * The check of an invented report of 60 pages (500 words each, a third of them Arabic, of 6,000 different words) against 5,000 sealed names in two scripts,
 * with 400 accounts of 200 witnesses and ten tables. Aim: under a second, in the browser of whoever releases.
 */
const dice = diceFrom('check-release')
const pick = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(dice.next() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
/** As in a language: the word of rank r about 1/r as often as the first (Zipf). */
const often = (words: readonly string[]) => words[Math.floor(words.length ** dice.next()) - 1] ?? ''
const word = (letters: string, least: number) =>
  Array.from({ length: least + Math.floor(dice.next() * 5) }, () => pick(Array.from(letters))).join('')
const LATIN = 'abcdefghijklmnopqrstuvwyz'
const ARABIC = 'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'
const many = <Item>(count: number, make: () => Item) => Array.from({ length: count }, make)

const [latin, arabic] = [many(4_000, () => word(LATIN, 3)), many(2_000, () => word(ARABIC, 3))]
const given = [many(600, () => word(LATIN, 4)), many(600, () => word(ARABIC, 4))]
const names = many(5_000, () => given.map((all) => `${pick(all)} ${pick(all)}`)).map((spellings, at) => ({
  token: `⟦P${at}⟧`,
  spellings,
}))
const sentence = (at: number): OutputText => {
  const words = many(25, () => often(at % 3 === 0 ? arabic : latin))
  return { place: { part: 'text', at: `s${at}` }, text: words.join(' ') }
}
const texts = Array.from({ length: 1_200 }, (_, at) => sentence(at))
const planted = names.slice(0, 20).map(({ spellings }, at) => ({
  place: { part: 'annex', at: `planted ${at}` } as const,
  text: `x ${spellings[at % 2] ?? ''} y`,
}))
const people = Array.from({ length: 200 }, (_, at) => person(`W${at}`))
const accounts = people.flatMap(({ witness }, at): readonly Account[] =>
  ['2013', '2014'].map((year) => ({
    ...{ place: { part: 'claim', at: `C${at}` }, witness, words: null, role: 'former-guard' },
    ...{ when: on(year), where: AT.mill, topic: 'size', alone: false },
  })),
)
const tables = many(10, () => ({
  ...{ place: { part: 'table', at: 't' } as const, named: 'roles' },
  table: crossTable({
    rows: ['a', 'b', 'c', 'd', 'e', 'f'],
    columns: ['1', '2', '3', '4', '5', '6'],
    counts: many(6, () => many(6, () => 10 + Math.floor(dice.next() * 90))),
  }),
}))
const records = accounts.map(({ place, witness }) => ({
  place,
  id: witness,
  code: derivedId('claim', witness),
}))

const indexed = await costOf(() => indexNames(names, (name) => nameKeys(name, USUAL_NAMES)))
console.log(`  5,000 names made ready: ${inWords(indexed)}`)
const output = { ...NOTHING, texts: [...texts, ...planted], accounts, tables, records }
const context = {
  ...CONTEXT,
  names: indexed.value,
  people,
  consents: people.map((_, at) => consent(`W${at}`)),
}
const checked = await costOf(() => checkRelease(output, context))
const found = checked.value.filter(({ place, kind }) => place.part === 'annex' && kind !== 'part-of-name')
console.log(`  60 pages checked: ${inWords(checked)}`)
console.log(`  ${against(1, checked.cpuSeconds, 's of CPU')}`)
console.log(`  of 20 planted names ${found.length} found; ${checked.value.length} flags in all`)
