import { expect, test } from 'vitest'
import { releaseState, type CheckStated } from './release-state.ts'

const stated = (more: Partial<CheckStated>): CheckStated => ({
  ...{ content: 'now', approvedBy: null, flags: [{ kind: 'sealed-name', part: 'text', count: 1 }] },
  ...more,
})

test('only a check of what it now says counts, and of those the latest', () => {
  expect(releaseState([], 'now')).toBe('not-checked')
  expect(releaseState([stated({ content: 'before', approvedBy: 'B' })], 'now')).toBe('not-checked')
  expect(releaseState([stated({}), stated({ flags: [] })], 'now')).toBe('stopped')
})

test('it goes where nothing stops it, or somebody else let it go', () => {
  expect(releaseState([stated({ flags: [] })], 'now')).toBe('released')
  expect(releaseState([stated({ flags: [{ kind: 'part-of-name', part: 'text', count: 3 }] })], 'now')).toBe(
    'released',
  )
  expect(releaseState([stated({ approvedBy: 'B' })], 'now')).toBe('released')
})
