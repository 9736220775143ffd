import { printNumber, type Locale } from '@corroborate/base'
import type { BlockingCount } from '@corroborate/linkage'
import { say } from '@corroborate/words'
import type { Table } from '../content.ts'
import { numbersTable } from './numbers-table.ts'

type BlockingRule = BlockingCount['rule']

/** What each blocking rule makes; a pair that several rules make is counted under each. */
export function blockingTable(counts: readonly BlockingCount[], locale: Locale): Table {
  return numbersTable(
    locale,
    [
      { head: 'press.column.rule', holds: 'words' },
      { head: 'press.column.pairs', holds: 'numbers' },
      { head: 'press.column.largest-block', holds: 'numbers' },
      { head: 'press.column.without-key', holds: 'numbers' },
    ],
    counts.map(({ rule, pairs, largestBlock, rowsWithoutKey }) => [
      ruleInWords(locale, rule),
      ...[pairs, largestBlock, rowsWithoutKey].map((count) => printNumber(locale, count)),
    ]),
  )
}

function ruleInWords(locale: Locale, { keys }: BlockingRule): string {
  if (keys.length === 0) return say(locale, 'linkage.key.every-pair')
  return keys
    .map(({ field, by }) => say(locale, 'linkage.key.of', { field, key: say(locale, `linkage.key.${by}`) }))
    .join(' + ')
}
