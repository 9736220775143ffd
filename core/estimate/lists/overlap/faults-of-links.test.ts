import { expect, test } from 'vitest'
import { derivedId } from '@corroborate/base'
import { faultsOfLinks } from './faults-of-links.ts'
import type { RowLink } from './linked-rows.ts'

const list = derivedId('list', 'A')
const link = (change: Partial<RowLink>): RowLink => ({ list, row: 1, person: 'p', draw: null, ...change })

test.each([
  ['no fault', [link({}), link({ row: 2 })], []],
  ['no fault in two draws', [link({ draw: 1 }), link({ draw: 2 })], []],
  ['a list that is not there', [link({ list: derivedId('list', 'B') })], ['0 list list-unknown']],
  ['a row beyond the last', [link({}), link({ row: 4 })], ['1 row row-unknown']],
  [
    'row 0 and half a row',
    [link({ row: 0 }), link({ row: 1.5 })],
    ['0 row row-unknown', '1 row row-unknown'],
  ],
  ['a row twice', [link({}), link({ person: 'q' })], ['1 row row-linked-twice']],
  ['a row in a draw and in all', [link({ draw: 3 }), link({})], ['1 row row-linked-twice']],
  ['nobody', [link({ person: ' ' })], ['0 person person-unnamed']],
  ['draw 0', [link({ draw: 0 })], ['0 draw draw-unusable']],
])('%s', (_, links, expected) => {
  const faults = faultsOfLinks(links, [{ id: list, code: 'A', rows: 3 }])
  expect(faults.map(({ at, part, reason }) => `${at} ${part} ${reason}`)).toEqual(expected)
})
