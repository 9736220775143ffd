import { expect, test } from 'vitest'
import { differingFields } from './differing-fields.ts'

test('only what differs is shown, a text as it is and what has parts line by line', () => {
  const ours = JSON.stringify({ id: 'x', title: 'Ours', authors: ['A'], kept: 1 })
  const theirs = JSON.stringify({ id: 'x', title: 'Theirs', authors: ['A', 'B'], kept: 1, notice: 'new' })
  expect(differingFields({ ours, theirs })).toEqual([
    { field: 'title', ours: 'Ours', theirs: 'Theirs' },
    { field: 'authors', ours: '[\n "A"\n]', theirs: '[\n "A",\n "B"\n]' },
    { field: 'notice', ours: null, theirs: 'new' },
  ])
})

test('where ours was never here, all of theirs is shown', () => {
  expect(differingFields({ ours: null, theirs: '{"code":"S-1"}' })).toEqual([
    { field: 'code', ours: null, theirs: 'S-1' },
  ])
})
