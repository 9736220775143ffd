import type { BlockingRule, KeyKind, LinkageSettings } from '@corroborate/linkage'

/** What the invented records of the measurements are linked by. */
export const SPEED_SETTINGS: LinkageSettings = {
  fields: [
    { field: 'given', kind: 'given-name' },
    { field: 'family', kind: 'family-name' },
    { field: 'born', kind: 'day' },
    { field: 'place', kind: 'place' },
  ],
  comparisons: [
    { name: 'given', fields: ['given'], by: 'name', frequency: true },
    { name: 'family', fields: ['family'], by: 'name', frequency: true },
    { name: 'born', fields: ['born'], by: 'day', frequency: false },
    { name: 'place', fields: ['place'], by: 'place', frequency: true },
  ],
  blocking: [
    rule(['given', 'value'], ['family', 'value']),
    rule(['family', 'value'], ['born', 'year']),
    rule(['given', 'value'], ['place', 'value']),
    rule(['born', 'day']),
  ],
  everyPairUpTo: 1_000_000,
  joinFrom: 0.5,
  keepFrom: 0.1,
  mostPairs: 5_000_000_000,
  seed: 'speed',
}

/**
 * The same for ten million, whose pairs by these rules would be a hundred times as many: where a rule would make more than some hundred million (a day of
 * birth alone makes two thousand million), it has one key more.
 */
export const SPEED_SETTINGS_OF_MANY: LinkageSettings = {
  ...SPEED_SETTINGS,
  blocking: [
    rule(['given', 'value'], ['family', 'value']),
    rule(['family', 'value'], ['born', 'year']),
    rule(['given', 'value'], ['place', 'value'], ['born', 'year']),
    rule(['born', 'day'], ['given', 'first-letters']),
    rule(['born', 'day'], ['family', 'first-letters']),
    rule(['born', 'day'], ['place', 'value']),
  ],
}

function rule(...keys: readonly (readonly [string, KeyKind])[]): BlockingRule {
  return { keys: keys.map(([field, by]) => ({ field, by })) }
}
