import { expect, test } from 'vitest'
import { makeMemberKeys, publicHalvesOf } from './member-keys.ts'
import { openDraft, sealDraft } from './sealed-draft.ts'

const PLACE = 'claim 1 2'

test('what was typed opens with one’s own keys, at its own place, and with nobody else’s', async () => {
  const [keys, others] = [await makeMemberKeys(), await makeMemberKeys()]
  const { recipient } = await publicHalvesOf(keys)
  const file = await sealDraft('لم يُرسل بعد', { place: PLACE, recipient })
  expect(await openDraft(file, { place: PLACE, keys })).toBe('لم يُرسل بعد')
  expect(await openDraft(file, { place: 'claim 1 3', keys })).toBeNull()
  expect(await openDraft(file, { place: PLACE, keys: others })).toBeNull()
  for (const broken of ['', '…', `${file.slice(0, -8)}AAAA`])
    expect(await openDraft(broken, { place: PLACE, keys })).toBeNull()
})

test('its length says little of how much was typed', async () => {
  const { recipient } = await publicHalvesOf(await makeMemberKeys())
  const lengths = ['', 'a'.repeat(900)].map((value) => sealDraft(value, { place: PLACE, recipient }))
  const [none, much] = await Promise.all(lengths)
  expect(none?.length).toBe(much?.length)
})
