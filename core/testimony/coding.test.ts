import { expect, test } from 'vitest'
import { derivedId, type CodeId } from '@corroborate/base'
import { codeInForce, codingsInForce, isCodeKey, wouldCircle, type Code, type Coding } from './coding.ts'

const id = (name: string): CodeId => derivedId('code', name)

function tree(...codes: readonly (Partial<Omit<Code, 'id'>> & { readonly code: string })[]) {
  const made = codes.map((code): Code => ({
    ...{ id: id(code.code), name: { en: code.code }, within: null, key: null, memo: null, mergedInto: null },
    ...code,
  }))
  return new Map(made.map((code) => [code.id, code]))
}

const coded = (code: string, coder: string, at: string): Coding => ({
  ...{ passage: derivedId('passage', 'p'), code: id(code), coder: derivedId('member', coder) },
  ...{ by: coder, at, memo: null },
})

test('a code that was merged counts as the last that it was merged into', () => {
  const codes = tree({ code: 'a', mergedInto: id('b') }, { code: 'b', mergedInto: id('c') }, { code: 'c' })
  expect(codeInForce(codes, id('a'))).toBe(id('c'))
  expect(codeInForce(codes, id('unknown'))).toBe(id('unknown'))
})

test('codes that were merged in a circle end somewhere and hang nobody', () => {
  const codes = tree({ code: 'a', mergedInto: id('b') }, { code: 'b', mergedInto: id('a') })
  expect([id('a'), id('b')]).toContain(codeInForce(codes, id('a')))
})

test('after a merger no coding is lost, and what one coder said twice is said once', () => {
  const codes = tree({ code: 'a', mergedInto: id('b') }, { code: 'b' })
  const codings = [coded('a', 'X', '1'), coded('b', 'X', '2'), coded('a', 'Y', '3')]
  expect(codingsInForce(codes, codings)).toEqual([
    { ...coded('a', 'X', '1'), code: id('b') },
    { ...coded('a', 'Y', '3'), code: id('b') },
  ])
})

test('a code is not put within itself, nor within what lies within it', () => {
  const codes = tree({ code: 'a' }, { code: 'b', within: id('a') }, { code: 'c', within: id('b') })
  expect(wouldCircle(codes, { code: id('a'), within: id('c') })).toBe(true)
  expect(wouldCircle(codes, { code: id('a'), within: id('a') })).toBe(true)
  expect(wouldCircle(codes, { code: id('c'), within: id('a') })).toBe(false)
  expect(wouldCircle(codes, { code: id('c'), within: null })).toBe(false)
})

test('a code is given by a digit or a Latin letter that the screen does not need', () => {
  expect(['7', 'v', 'm', 'c', 'n', 'z', 'V', 'ab', 'ش', ''].map(isCodeKey)).toEqual([
    ...[true, true],
    ...Array.from({ length: 8 }, () => false),
  ])
})
