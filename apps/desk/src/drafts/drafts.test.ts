import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { derivedId } from '@corroborate/base'
import type { KeysView } from '@corroborate/server/api'
import {
  digestOfCard,
  makeCard,
  makeMemberKeys,
  openDraft,
  sealDraft,
  type SignedCard,
} from '@corroborate/vault/sealing'
import { claimKept, EMPTY } from '../claiming/draft-claim.ts'
import { consentKept, draftFrom } from '../consenting/draft-consent.ts'
import { typedKept } from '../listening/corrections-of.ts'
import { placeOfCard, seenIn } from '../sealing/seen.ts'
import { makeDraftKeeper } from './draft-keeper.ts'
import { draftsIn, eraseClearDrafts } from './draft-store.ts'
import { ownRecipient } from './own-recipient.ts'

const ME = derivedId('member', 'me')
const TIME = '2026-11-26T10:00:00.000Z'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A keeper whose sealing ends when it is told to. */
function kept() {
  const written: string[] = []
  const sealing: (() => void)[] = []
  const keeper = makeDraftKeeper({
    seal: (typed) => new Promise((settle) => sealing.push(() => settle(`sealed ${typed}`))),
    write: (sealed) => void written.push(sealed),
  })
  const sealed = async () => {
    for (const end of sealing.splice(0)) end()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { keeper, written, sealed }
}

test('what is typed is kept a moment later, the newest alone', async () => {
  const { keeper, written, sealed } = kept()
  keeper.keep('a')
  keeper.keep('ab')
  vi.runAllTimers()
  await sealed()
  expect(written).toEqual(['sealed ab'])
})

test('who leaves before that moment has it kept all the same', async () => {
  const { keeper, written, sealed } = kept()
  keeper.keep('a')
  keeper.flush()
  keeper.flush()
  await sealed()
  expect(written).toEqual(['sealed a'])
})

test('what was sent is not written after it, though it was being sealed', async () => {
  const { keeper, written, sealed } = kept()
  keeper.keep('a')
  keeper.flush()
  keeper.drop()
  await sealed()
  keeper.keep('b')
  keeper.drop()
  vi.runAllTimers()
  await sealed()
  expect(written).toEqual([])
})

function memory() {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

test('whoever looks into the browser’s storage finds ciphertext, and each member their own', async () => {
  vi.useRealTimers()
  const storage = memory()
  const keys = await makeMemberKeys()
  const view = viewOf([await makeCard(keys, { member: ME, time: TIME })])
  const recipient = ownRecipient(view, seenIn(storage, ME))
  if (!recipient.ok) throw new Error(recipient.detail)
  const store = draftsIn(storage, ME)
  store.write('claim x', await sealDraft('Zarif said so', { place: 'claim x', recipient: recipient.value }))
  expect([...storage.kept].join()).not.toContain('Zarif')
  expect(draftsIn(storage, 'another').read('claim x')).toBeNull()
  expect(await openDraft(store.read('claim x') ?? '', { place: 'claim x', keys })).toBe('Zarif said so')
  store.erase('claim x')
  expect(storage.kept.size).toBe(0)
})

test('nothing is sealed to another key than the one that this browser saw as mine, and nothing without keys', async () => {
  vi.useRealTimers()
  const seen = seenIn(memory(), ME)
  const mine = await makeCard(await makeMemberKeys(), { member: ME, time: TIME })
  const forged = await makeCard(await makeMemberKeys(), { member: ME, time: TIME })
  seen.note(placeOfCard(ME), { version: 1, digest: digestOfCard(mine.statement) })
  expect(ownRecipient(viewOf([mine]), seen)).toMatchObject({ value: mine.statement.recipient })
  expect(ownRecipient(viewOf([forged]), seen)).toMatchObject({ reason: 'other-version' })
  expect(ownRecipient(viewOf([]), seen)).toMatchObject({ reason: 'lower-version' })
  expect(ownRecipient(viewOf([]), seenIn(memory(), ME))).toMatchObject({ reason: 'no-keys' })
})

test.each([
  ['a claim', claimKept, EMPTY],
  ['a consent', consentKept, draftFrom(null, { explainedBy: 'A', language: 'en', givenAt: '2026-01-03' })],
  ['a correction', typedKept, [[4, 'They came.']]],
] as const)('%s that was being written is read again, and nonsense is none', (_what, read, draft) => {
  expect(read(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  for (const nonsense of [null, 1, {}, [1], [['4', 'x']]]) expect(read(nonsense)).toBeNull()
})

test('what an earlier desk kept in clear is taken away, and nothing else is', () => {
  const storage = { ...{ 'corroborate.claim.x.1.2': '{}', 'corroborate.correcting.x': '[]' }, other: 'stays' }
  const removeItem = (name: string) => void Reflect.deleteProperty(storage, name)
  eraseClearDrafts(Object.defineProperty(storage, 'removeItem', { value: removeItem }) as unknown as Storage)
  expect(Object.keys(storage)).toEqual(['other'])
})

function viewOf(cards: readonly SignedCard[]): Pick<KeysView, 'me' | 'directory'> {
  const me = { id: ME, name: 'Me' } as KeysView['me']
  return { me, directory: cards.length === 0 ? [] : [{ member: ME, name: 'Me', cards }] }
}
