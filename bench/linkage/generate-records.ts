import { closeSync, openSync, writeSync } from 'node:fs'
import { diceFrom, type Dice } from '@corroborate/base'

/** Records of invented people with slips of the hand, as many as are asked for; who is who is known. */
export interface Generated {
  readonly rows: number
  /** Pairs of records of one person. */
  readonly truePairs: number
}

export const GENERATED_FIELDS = ['given', 'family', 'born', 'place'] as const

/**
 * Writes records as CSV, `given,family,born,place,person`. Seven people for ten records: a record is of a new person, or again of somebody near
 * before it in the file, with slips. Names are syllables put together, as frequent as names are (the n-th in proportion to 1 / n); births are
 * spread over sixty years. The file is shuffled only by how far back a person returns, so that any number of records needs little memory.
 */
export function generateRecords(file: string, rows: number, seed: string): Generated {
  const dice = diceFrom(seed)
  const given = zipf(inventedNames(dice.fork('given'), 8_000, 2), 0.9)
  const family = zipf(inventedNames(dice.fork('family'), 60_000, 3), 0.7)
  const place = zipf(inventedNames(dice.fork('place'), 8_000, 3), 0.7)
  const out = openSync(file, 'w')
  writeSync(out, 'given,family,born,place,person\n')
  const recent: { cells: readonly string[]; person: number; records: number }[] = []
  let [people, truePairs, text] = [0, 0, '']
  for (let row = 0; row < rows; row++) {
    let known = recent.length > 0 && dice.next() < 0.3 ? recent[dice.whole(0, recent.length - 1)] : undefined
    if (!known) {
      known = {
        cells: [given(dice.next()), family(dice.next()), bornOn(dice), place(dice.next())],
        person: people++,
        records: 0,
      }
      if (recent.length < 20_000) recent.push(known)
      else recent[dice.whole(0, recent.length - 1)] = known
    }
    truePairs += known.records
    known.records += 1
    const cells = known.records === 1 ? known.cells : known.cells.map((cell, n) => slipped(cell, n, dice))
    text += `${cells.join(',')},${known.person}\n`
    if (text.length > 1 << 20) {
      writeSync(out, text)
      text = ''
    }
  }
  writeSync(out, text)
  closeSync(out)
  return { rows, truePairs }
}

const OPENINGS = [
  'b',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'r',
  's',
  't',
  'w',
  'y',
  'z',
  'sh',
  'th',
  'br',
  'kr',
  '',
]
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ou']
const ENDINGS = ['', '', '', 'n', 'r', 'l', 'm', 's', 'd']

function inventedNames(dice: Dice, count: number, syllables: number): readonly string[] {
  const names = new Set<string>()
  const one = (parts: readonly string[]) => parts[dice.whole(0, parts.length - 1)] ?? ''
  while (names.size < count) {
    let name = ''
    const length = dice.whole(Math.max(1, syllables - 1), syllables + 1)
    for (let n = 0; n < length; n++) name += one(OPENINGS) + one(VOWELS) + one(ENDINGS)
    if (name.length > 2) names.add(name)
  }
  return [...names]
}

/** Picks the n-th in proportion to 1 / (n + 1)^steepness. */
function zipf(values: readonly string[], steepness: number): (share: number) => string {
  const sums = new Float64Array(values.length)
  let sum = 0
  for (let n = 0; n < values.length; n++) {
    sum += Math.pow(n + 1, -steepness)
    sums[n] = sum
  }
  return (share) => {
    const aim = share * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) < aim) low = middle + 1
      else high = middle
    }
    return values[low] ?? ''
  }
}

function bornOn(dice: Dice): string {
  const day = new Date(dice.whole(-10_958, 10_956) * 86_400_000)
  return day.toISOString().slice(0, 10)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** One field in twelve is missing, one in six has a slip. */
function slipped(cell: string, field: number, dice: Dice): string {
  const chance = dice.next()
  if (chance < 0.08) return ''
  if (chance > 0.25) return cell
  if (field === 2) return slippedDay(cell, dice)
  const at = dice.whole(0, cell.length - 1)
  const letter = LETTERS[dice.whole(0, 25)] ?? ''
  switch (dice.whole(0, 3)) {
    case 0:
      return cell.slice(0, at) + letter + cell.slice(at)
    case 1:
      return cell.slice(0, at) + cell.slice(at + 1)
    case 2:
      return cell.slice(0, at) + letter + cell.slice(at + 1)
    default:
      return cell.slice(0, at) + cell.slice(at + 1, at + 2) + cell.slice(at, at + 1) + cell.slice(at + 2)
  }
}

/** Another day of the month. */
function slippedDay(day: string, dice: Dice): string {
  return `${day.slice(0, 8)}${String(dice.whole(1, 28)).padStart(2, '0')}`
}
