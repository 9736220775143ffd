import { ok, refuse, type Outcome } from '@corroborate/base'
import { expect, test } from 'vitest'
import type { HeldDifferent } from '@corroborate/server/api'
import { makeOutbox, type Letter } from './outbox.ts'

const letter = (id: string): Letter => ({ id, path: '/judgements', body: { id } })

const AGAIN: HeldDifferent = {
  ...{ kind: 'held-different', by: ['A. Reviewer'] },
  ...{ left: { list: 'A', row: 1 }, right: { list: 'B', row: 2 } },
}

/** A server that answers when it is told to. */
function post() {
  const asked: {
    readonly id: string
    readonly answer: (outcome: Outcome<readonly HeldDifferent[]>) => void
  }[] = []
  const later: (() => void)[] = []
  const kept: string[][] = []
  const given = {
    send: ({ id }: Letter) =>
      new Promise<Outcome<readonly HeldDifferent[]>>((answer) => {
        asked.push({ id, answer })
      }),
    keep: (waiting: readonly Letter[]) => void kept.push(waiting.map(({ id }) => id)),
    later: (again: () => void) => void later.push(again),
  }
  const answered = async (outcome: Outcome<readonly HeldDifferent[]>) => {
    asked.at(-1)?.answer(outcome)
    await new Promise((settle) => setTimeout(settle, 0))
  }
  return { given, asked, later, kept, answered }
}

test('letters go one after the other, in their order', async () => {
  const { given, asked, answered } = post()
  const outbox = makeOutbox({ ...given, kept: [] })
  outbox.put(letter('a'))
  outbox.put(letter('b'))
  expect(asked.map(({ id }) => id)).toEqual(['a'])
  await answered(ok([AGAIN]))
  expect(asked.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(outbox.state().warnings.get('a')).toEqual([AGAIN])
  await answered(ok([]))
  expect(outbox.state().waiting).toEqual([])
})

test('nothing is lost while the server is away: it is kept, said, and sent again', async () => {
  const { given, asked, later, kept, answered } = post()
  const outbox = makeOutbox({ ...given, kept: [] })
  outbox.put(letter('a'))
  await answered(refuse('unreachable', 'no answer'))
  expect(outbox.state().trouble?.reason).toBe('unreachable')
  expect(kept.at(-1)).toEqual(['a'])
  later.at(-1)?.()
  await answered(ok([]))
  expect(asked.map(({ id }) => id)).toEqual(['a', 'a'])
  expect(outbox.state()).toMatchObject({ waiting: [], trouble: null })
})

test('what was kept before a reload is sent first', () => {
  const { given, asked } = post()
  makeOutbox({ ...given, kept: [letter('before')] })
  expect(asked.map(({ id }) => id)).toEqual(['before'])
})

test('what the server will never take is told, and holds nothing up', async () => {
  const { given, asked, answered } = post()
  const outbox = makeOutbox({ ...given, kept: [] })
  outbox.put(letter('a'))
  outbox.put(letter('b'))
  await answered(refuse('not-found', 'no such record'))
  expect(outbox.state().refused.map((one) => one.letter.id)).toEqual(['a'])
  expect(asked.at(-1)?.id).toBe('b')
})

test('a letter that has not gone can be taken back, one under way cannot', () => {
  const { given } = post()
  const outbox = makeOutbox({ ...given, kept: [] })
  outbox.put(letter('a'))
  outbox.put(letter('b'))
  expect([outbox.drop('a'), outbox.drop('b')]).toEqual([false, true])
  expect(outbox.state().waiting.map(({ id }) => id)).toEqual(['a'])
})
