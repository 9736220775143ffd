import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { figureOfAnchor, numberOfSentence, sentenceAnchor, startOfWalk, walkFrom } from './walk.ts'

const anchors = fc
  .tuple(fc.nat(), fc.option(fc.nat()))
  .map(([sentence, part]) => (part === null ? `s${sentence}` : `s${sentence}.${part}`))

prop.prop([fc.uuid(), anchors])('a walk leads back to where it began', (report, anchor) => {
  expect(startOfWalk(walkFrom({ report, anchor }))).toEqual({ report, anchor })
})

test.each([undefined, '', '~', 'report', 'report~', '~s1', 'report~s1~s2', 'report~x1', 'report~s1.a'])(
  'an address that names no sentence begins no walk: %s',
  (from) => {
    expect(startOfWalk(from)).toBeNull()
  },
)

test('an anchor of a figure names its sentence and its part', () => {
  expect([sentenceAnchor('s12.3'), figureOfAnchor('s12.3')]).toEqual(['s12', 3])
  expect([sentenceAnchor('s12'), figureOfAnchor('s12')]).toEqual(['s12', null])
  expect(numberOfSentence('s12.3')).toBe(12)
})
