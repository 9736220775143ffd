/**
 * Naming a million people: normalise, parts with roles, skeletons and known names. The names are invented, drawn from the usual names and from
 * made-up family names, written as lists write them: with and without hamza, article, عبد apart and joined, one in ten in Latin letters.
 */
import { diceFrom, type Dice } from '@corroborate/base'
import { nameTable, USUAL_NAMES } from '@corroborate/linkage/names'
import { against, costOf, inWords } from '../measure.ts'

const [NAMES, AIM] = [1_000_000, 5]

const LETTERS = 'بتجحخدرزسشصطعغفقكلمنهوي'
const dice = diceFrom('names')
const arabic = USUAL_NAMES.titles.filter((title) => !title.startsWith('ال'))
const latin = [...USUAL_NAMES.bySpelling.keys()].filter((spelling) => /^[a-z]/.test(spelling))
const families = Array.from({ length: 40_000 }, () => invented(dice))
const names = Array.from({ length: NAMES }, (_, at) => (at % 10 === 0 ? latinName(dice) : arabicName(dice)))

globalThis.gc?.()
const cost = await costOf(() => nameTable(names, USUAL_NAMES))
const { features, family } = cost.value
console.log(
  `${NAMES} names such as "${names[1] ?? ''}" and "${names[0] ?? ''}": ${features.parts.length} distinct parts, ${new Set(family).size} family names`,
)
console.log(`normalise, parse, keys: ${inWords(cost)}`)
console.log(against(AIM, cost.cpuSeconds, 'CPU s'))
process.exitCode = cost.cpuSeconds < AIM ? 0 : 1

/** Few names are common and many are rare: the square of an even throw. */
function drawn<Value>(from: readonly Value[], throws: Dice): Value {
  const at = Math.floor(from.length * throws.next() ** 2)
  const value = from[at]
  if (value === undefined) throw new Error('there is nothing to draw from')
  return value
}

function arabicName(throws: Dice): string {
  const parts = Array.from({ length: throws.next() < 0.3 ? 2 : 3 }, () => drawn(arabic, throws))
  return [...parts, drawn(families, throws)].join(throws.next() < 0.02 ? ' بن ' : ' ')
}

function latinName(throws: Dice): string {
  const parts = Array.from({ length: 3 }, () => drawn(latin, throws))
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ')
}

function invented(throws: Dice): string {
  const letters = Array.from({ length: throws.whole(3, 6) }, () =>
    LETTERS.charAt(throws.whole(0, LETTERS.length - 1)),
  )
  return `${throws.next() < 0.5 ? 'ال' : throws.next() < 0.2 ? 'أبو ' : ''}${letters.join('')}${throws.next() < 0.3 ? 'ة' : ''}`
}
