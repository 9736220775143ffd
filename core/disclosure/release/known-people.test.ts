import { expect, test } from 'vitest'
import type { Claim } from '@corroborate/claims'
import type { Source } from '@corroborate/testimony'
import { AT, on, witness } from '../testing/release.ts'
import { knownPeople } from './known-people.ts'

const source = (code: string, kind: Source['kind']) =>
  ({ id: witness(code), kind, role: 'former-guard' }) as Source
const claim = (code: string, topic: string) =>
  ({ source: witness(code), topic, when: on('2013'), place: AT.mill }) as Claim

test('who is known, is known by what they say: when and where they were, and of what they speak', () => {
  const sources = [source('W1', 'witness'), source('W2', 'witness'), source('D1', 'document')]
  const claims = [claim('W1', 'size'), claim('W1', 'size'), claim('D1', 'size')]
  expect(knownPeople({ sources, claims })).toEqual([
    {
      ...{ witness: witness('W1'), role: 'former-guard', topics: ['size'] },
      stays: [on('2013'), on('2013')].map((when) => ({ when, where: AT.mill })),
    },
    { witness: witness('W2'), role: 'former-guard', topics: [], stays: [] },
  ])
})
