import type { LinkageSettings } from '@corroborate/linkage'

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
    {
      keys: [
        { field: 'given', by: 'value' },
        { field: 'family', by: 'value' },
      ],
    },
    {
      keys: [
        { field: 'family', by: 'value' },
        { field: 'born', by: 'year' },
      ],
    },
    {
      keys: [
        { field: 'given', by: 'value' },
        { field: 'place', by: 'value' },
      ],
    },
    { keys: [{ field: 'born', by: 'day' }] },
  ],
  everyPairUpTo: 1_000_000,
  joinFrom: 0.5,
  keepFrom: 0.1,
  mostPairs: 5_000_000_000,
  seed: 'speed',
}
