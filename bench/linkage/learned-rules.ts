import { existsSync, readFileSync } from 'node:fs'
import { diceFrom, valueOf } from '@corroborate/base'
import { learnBlocking, uncoveredBy, type BlockingKey } from '@corroborate/linkage'
import { labelledSet } from '../../core/linkage/testing/labelled-sets.ts'

/** `npm run linkage:rules`: blocking rules learned from a seeded third of the true pairs of FEBRL3, judged on the rest. */
const LABELLED = new URL('../../../shared/linkage/', import.meta.url)
/** Candidate pairs for each record. */
const BUDGETS = [1, 4, 16]

if (!existsSync(LABELLED))
  console.warn('The labelled lists are not beside this project (../shared/linkage): nothing is measured.')
else {
  const { table, fields, entityOf } = labelledSet('febrl3', (file) =>
    readFileSync(new URL(file, LABELLED), 'utf8'),
  )
  const keys = fields.flatMap(({ field, kind }): BlockingKey[] => {
    if (kind === 'day') return (['day', 'year', 'month-and-day'] as const).map((by) => ({ field, by }))
    return kind === 'identifier' || kind === 'category' ? [] : [{ field, by: 'value' }]
  })
  const dice = diceFrom('a third of the labels')
  const [known, rest]: [(readonly [number, number])[], (readonly [number, number])[]] = [[], []]
  for (const [a, entity] of entityOf.entries())
    for (let b = a + 1; b < entityOf.length; b++)
      if (entityOf[b] === entity) (dice.next() < 1 / 3 ? known : rest).push([a, b])
  for (const budget of BUDGETS) {
    const mostPairs = budget * table.rows
    const { rules, pairs, uncovered } = valueOf(learnBlocking(table, { keys, same: known, mostPairs }))
    const missed = uncoveredBy(
      table,
      rules.map(({ rule }) => rule),
      rest,
    ).length
    console.log(
      `${mostPairs} pairs allowed: ${rules.length} rules make ${pairs}; of ${known.length} pairs known ${known.length - uncovered.length} covered`,
    )
    for (const { rule, pairs: made, covers } of rules)
      console.log(
        '  ',
        rule.keys.map(({ field, by }) => `${field} (${by})`).join(' and '),
        made,
        'pairs,',
        covers,
      )
    console.log(
      `   judged on the rest: ${rest.length - missed} of ${rest.length} (${(1 - missed / rest.length).toFixed(4)})`,
    )
  }
}
