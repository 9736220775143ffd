import { expect, test } from 'vitest'
import { derivedId, valueOf } from '@corroborate/base'
import { blocks } from '@corroborate/disclosure'
import {
  digestOfCard,
  makeCard,
  makeIdentityKey,
  makeMemberKeys,
  ORIGINAL,
  publicHalvesOf,
  signCustodians,
  type SealedRecord,
} from '@corroborate/vault/sealing'
import { HERE, NOTHING, TODAY } from '../../../../core/disclosure/testing/release.ts'
import { circleOf } from '../sealing/circle.ts'
import { custodiansKnown } from '../sealing/custodians-known.ts'
import { sealNext, type AtSeal } from '../sealing/sealed-values.ts'
import { seenIn } from '../sealing/seen.ts'
import { originalText } from '../texts/original-said.ts'
import { openRegister } from './open-register.ts'
import { runCheck } from './run-check.ts'

const TIME = '2026-11-26T10:00:00.000Z'

/** The one custodian of an investigation, at a browser that has seen nothing. */
async function custodian(): Promise<AtSeal> {
  const [me, keys] = [derivedId('member', 'me'), await makeMemberKeys()]
  const card = await makeCard(keys, { member: me, time: TIME })
  const seen = seenIn({ getItem: () => null, setItem: () => undefined }, me)
  const own = { member: me, keys, halves: await publicHalvesOf(keys) }
  const directory = [{ member: me, name: 'Me', cards: [card] }]
  const circle = circleOf({ directory, comparisons: [] }, own, seen)
  const authorCard = digestOfCard(card.statement)
  const list = {
    ...{ investigation: 'inv', version: 1, previous: null, author: me, authorCard, time: TIME },
    custodians: [{ member: me, card: authorCard }],
    identityKey: { recipient: (await makeIdentityKey()).recipient, split: null },
  }
  const known = custodiansKnown('inv', [signCustodians(list, keys)], circle)
  return { investigation: 'inv', circle, custodians: valueOf(known) }
}

/** Invented. */
const KEPT = {
  sha256: '',
  tokens: [
    { token: '⟦P1⟧', words: 'Salma Nasser' },
    { token: '⟦T1⟧', words: '+963 11 555 1234' },
    { token: '⟦A1⟧', words: '١٢ شارع الحرير' },
    { token: '⟦P2⟧', words: '⟦P2⟧' },
  ],
  speakers: [
    { token: 'the driver', words: 'Omar Haddad' },
    { token: 'I1', words: 'Interviewer' },
  ],
}

test('what stands behind the tokens of a text is looked for with the names of the register, and stops what would tell it', async () => {
  const at = await custodian()
  const sealed = async (record: string, field: string, value: string): Promise<SealedRecord> =>
    valueOf(await sealNext(at, { record, field, value, time: TIME }, null))
  const good = [await sealed('w1', 'name', 'Ali Hasan'), await sealed('t1', ORIGINAL, originalText(KEPT))]
  const unreadable = await sealed('t2', ORIGINAL, 'something else')
  const elsewhere = await sealNext({ ...at, investigation: 'other' }, moved('t3'), null)
  const register = await openRegister(at, {
    sealed: [...good, unreadable, valueOf(elsewhere)],
    called: new Map([['w1', 'S-1']]),
  })
  expect(register.refused).toEqual({ names: 0, originals: 2 })
  const found = (text: string) =>
    runCheck({ ...VIEW, output: { ...NOTHING, texts: [{ place: HERE, text }] } }, register)
      .filter((flag) => blocks(flag) && flag.kind !== 'tokens-not-opened')
      .map(({ args }) => [args.exact, args.tokens])
  expect(found('It was Salma Nasser.')).toEqual([['Salma Nasser', '⟦P1⟧']])
  expect(found('With Ali Hasan came Omar Haddad.')).toEqual([
    ['Ali Hasan', 'S-1'],
    ['Omar Haddad', 'the driver'],
  ])
  expect(found('Call 963-11-5551234.')).toEqual([['963-11-5551234', '⟦T1⟧']])
  expect(found('في 12 شارع الحرير')).toEqual([['12 شارع الحرير', '⟦A1⟧']])
  expect(found('The interviewer wrote 19631155512345.')).toEqual([])
  expect(runCheck(VIEW, register)).toMatchObject([{ kind: 'tokens-not-opened', args: { count: 2 } }])
})

function moved(record: string) {
  return { record, field: ORIGINAL, value: originalText(KEPT), time: TIME }
}

const VIEW = {
  ...{ output: NOTHING, content: '', on: TODAY, consents: [], people: [], places: [], earlier: [] },
  ...{ unrecorded: [], sealed: { names: 1, originals: 3 }, stated: [] },
  ...({ recipient: 'public', purposes: ['details'] } as const),
}
