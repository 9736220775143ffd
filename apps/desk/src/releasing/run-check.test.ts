import { expect, test } from 'vitest'
import type { ReleaseCheckView } from '@corroborate/server/api'
import { HERE, NOTHING, TODAY } from '../../../../core/disclosure/testing/release.ts'
import { runCheck } from './run-check.ts'

const view: ReleaseCheckView = {
  output: {
    ...NOTHING,
    texts: [{ place: HERE, text: 'Then Ali Hasan came.' }],
    records: [{ place: HERE, id: 'a', code: 'C1' }],
  },
  ...{ content: '', on: TODAY, consents: [], people: [], places: [], earlier: [], unrecorded: ['a'] },
  ...{ sealed: { names: 2, originals: 1 }, stated: [], recipient: 'public', purposes: ['details'] },
}
const kinds = (register: Parameters<typeof runCheck>[1]) => runCheck(view, register).map(({ kind }) => kind)

test('names that were opened are looked for, and those that were not stop it', () => {
  const names = [{ token: 'W1', spellings: ['علي حسن', 'Ali Hasan'] }]
  const refused = (names: number, originals: number) => ({ names, originals })
  expect(kinds(null)).toEqual(['name-not-opened', 'tokens-not-opened', 'not-in-ledger'])
  expect(kinds({ names, refused: refused(1, 0) })).toEqual([
    'name-not-opened',
    'sealed-name',
    'not-in-ledger',
  ])
  expect(kinds({ names, refused: refused(0, 1) })).toEqual([
    'tokens-not-opened',
    'sealed-name',
    'not-in-ledger',
  ])
  expect(kinds({ names, refused: refused(0, 0) })).toEqual(['sealed-name', 'not-in-ledger'])
})
