import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { commit, SALT_BYTES } from './commitment.ts'
import { appendTo, hashOf, type Entry } from './entry.ts'
import { verifyChain, type HeldContent } from './verify-chain.ts'

interface Chain {
  readonly entries: readonly Entry[]
  readonly contents: readonly HeldContent[]
}

const texts = fc.string({ unit: 'grapheme', minLength: 1 })
const chains: fc.Arbitrary<Chain> = fc
  .array(
    fc.record({
      actor: texts,
      act: texts,
      subject: texts,
      content: fc.record({ said: texts, count: fc.nat() }),
      salt: fc.uint8Array({ minLength: SALT_BYTES, maxLength: SALT_BYTES }),
    }),
    { minLength: 2, maxLength: 8 },
  )
  .map((acts) => {
    const entries: Entry[] = []
    const contents: HeldContent[] = []
    for (const [i, { content, salt, ...who }] of acts.entries()) {
      const time = new Date(Date.UTC(2026, 0, 1 + i)).toISOString()
      const entry = appendTo(entries.at(-1) ?? null, { ...who, time, commitment: commit(content, salt) })
      entries.push(entry)
      contents.push({ sequence: entry.sequence, content, salt })
    }
    return { entries, contents }
  })

prop.prop([chains])('a chain that was appended to verifies, with its head and its count', async (chain) => {
  const verified = await verifyChain(chain.entries, chain.contents)
  const last = chain.entries.at(-1)
  expect(verified).toEqual({
    ok: true,
    value: {
      head: { sequence: last?.sequence, hash: last?.hash },
      count: chain.entries.length,
      contents: chain.contents.length,
      clockBack: [],
    },
  })
})

const FIELDS = ['sequence', 'time', 'actor', 'act', 'subject', 'commitment', 'previous', 'hash'] as const

prop.prop([chains, fc.nat(), fc.constantFrom(...FIELDS), texts])(
  'any change of any field is found',
  async ({ entries }, at, field, text) => {
    const i = at % entries.length
    const changed = entries.map((entry, j) => (j === i ? withChange(entry, field, text) : entry))
    fc.pre(entries[i]?.[field] !== changed[i]?.[field])
    expect((await verifyChain(changed)).ok).toBe(false)
  },
)

prop.prop([chains, fc.nat(), fc.constantFrom(...FIELDS.slice(0, 6)), texts])(
  'a change is found too when the forger hashes the entry again',
  async ({ entries }, at, field, text) => {
    const i = at % (entries.length - 1)
    const changed = entries.map((entry, j) => {
      if (j !== i) return entry
      const forged = withChange(entry, field, text)
      return { ...forged, hash: hashOf(forged) }
    })
    fc.pre(entries[i]?.[field] !== changed[i]?.[field])
    expect((await verifyChain(changed)).ok).toBe(false)
  },
)

prop.prop([chains, fc.nat()])('an entry taken out before the last is found', async ({ entries }, at) => {
  const i = at % (entries.length - 1)
  expect(await verifyChain(entries.toSpliced(i, 1))).toMatchObject({ ok: false, reason: 'gap' })
})

prop.prop([chains, fc.nat(), fc.nat()])(
  'two entries that changed places are found',
  async ({ entries }, a, b) => {
    const [i, j] = [a % entries.length, b % entries.length]
    fc.pre(i !== j)
    const [one, other] = [entries[i], entries[j]]
    if (!one || !other) throw new Error('inside the chain')
    expect(await verifyChain(entries.with(i, other).with(j, one))).toMatchObject({ ok: false, reason: 'gap' })
  },
)

prop.prop([chains, fc.nat()])('an entry that stands twice is found', async ({ entries }, at) => {
  const i = at % entries.length
  expect((await verifyChain(entries.toSpliced(i, 0, ...entries.slice(i, i + 1)))).ok).toBe(false)
})

prop.prop([chains, fc.nat()])(
  'a cut tail verifies, and its head is not the one that was kept elsewhere',
  async ({ entries }, at) => {
    const cut = entries.slice(0, at % entries.length)
    const verified = await verifyChain(cut)
    expect(verified.ok).toBe(true)
    expect(verified.ok ? verified.value.head?.hash : '').not.toBe(entries.at(-1)?.hash)
  },
)

prop.prop([chains, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })])(
  'content and salt may be erased anywhere, and the chain still verifies',
  async ({ entries, contents }, kept) => {
    const left = contents.filter((_, i) => kept[i])
    expect(await verifyChain(entries, left)).toMatchObject({ ok: true, value: { contents: left.length } })
  },
)

prop.prop([chains, fc.nat(), texts])(
  'a content that was changed is found',
  async ({ entries, contents }, at, said) => {
    const i = at % contents.length
    const changed = contents.map((held, j) => (j === i ? { ...held, content: { said, forged: true } } : held))
    const refused = await verifyChain(entries, changed)
    expect(refused).toMatchObject({ ok: false, reason: 'wrong-commitment' })
    expect(refused.ok ? '' : refused.detail).toContain(`entry ${i + 1}`)
  },
)

prop.prop([chains])('a salt that was changed is found', async ({ entries, contents }) => {
  for (const salt of [new Uint8Array(SALT_BYTES).fill(1), new Uint8Array(3)]) {
    fc.pre(contents[0]?.salt.some((byte) => byte !== 1) ?? false)
    const changed = contents.map((held, i) => (i === 0 ? { ...held, salt } : held))
    expect(await verifyChain(entries, changed)).toMatchObject({ ok: false, reason: 'wrong-commitment' })
  }
})

prop.prop([chains])(
  'a content that belongs to no entry is found, wherever it stands',
  async ({ entries, contents }) => {
    const stray = { ...contents[0], content: null, salt: new Uint8Array(SALT_BYTES) }
    for (const among of [
      [...contents, { ...stray, sequence: entries.length + 1 }],
      [{ ...stray, sequence: 0 }, ...contents],
      [...contents.slice(0, 1), ...contents],
    ])
      expect(await verifyChain(entries, among)).toMatchObject({ ok: false, reason: 'wrong-commitment' })
  },
)

prop.prop([chains])('reads streams as well as lists', async ({ entries, contents }) => {
  const verified = await verifyChain(streamOf(entries), streamOf(contents))
  expect(verified).toEqual(await verifyChain(entries, contents))
})

test('an empty chain verifies, and has no head', async () => {
  expect(await verifyChain([])).toEqual({
    ok: true,
    value: { head: null, count: 0, contents: 0, clockBack: [] },
  })
})

test('names the entry at which a chain breaks, and how', async () => {
  const [first, second, third] = threeEntries()
  const reasonOf = async (entries: readonly Entry[]) => {
    const outcome = await verifyChain(entries)
    return outcome.ok ? 'verified' : `${outcome.reason}: ${outcome.detail}`
  }
  expect(await reasonOf([second, third])).toBe('gap: entry 1 was expected and entry 2 was found')
  expect(await reasonOf([first, third])).toBe('gap: entry 2 was expected and entry 3 was found')
  expect(await reasonOf([first, { ...second, actor: 'another' }, third])).toContain('wrong-hash: entry 2')
  const forged = { ...second, actor: 'another' }
  expect(await reasonOf([first, { ...forged, hash: hashOf(forged) }, third])).toContain(
    'broken-link: entry 3',
  )
})

test('text that no writer of ours can have written is a fault and not a crash', async () => {
  const [first, second] = threeEntries()
  expect(await verifyChain([first, { ...second, actor: 'half \ud83d' }])).toMatchObject({
    ok: false,
    reason: 'wrong-hash',
  })
  const content = { sequence: 1, content: 'half \ud83d', salt: new Uint8Array(SALT_BYTES) }
  expect(await verifyChain([first], [content])).toMatchObject({ ok: false, reason: 'wrong-commitment' })
})

test('a clock that was set back is told, and breaks nothing', async () => {
  const [first, second] = threeEntries()
  const back = appendTo(second, { ...second, time: '2025-12-31T00:00:00.000Z' })
  expect(await verifyChain([first, second, back])).toMatchObject({ ok: true, value: { clockBack: [3] } })
})

function threeEntries(): [Entry, Entry, Entry] {
  const draft = { actor: 'a', act: 'b', subject: 'c', commitment: 'c0'.repeat(32) }
  const first = appendTo(null, { ...draft, time: '2026-01-01T00:00:00.000Z' })
  const second = appendTo(first, { ...draft, time: '2026-01-02T00:00:00.000Z' })
  return [first, second, appendTo(second, { ...draft, time: '2026-01-03T00:00:00.000Z' })]
}

function withChange(entry: Entry, field: (typeof FIELDS)[number], text: string): Entry {
  return { ...entry, [field]: field === 'sequence' ? entry.sequence + text.length : text }
}

async function* streamOf<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item)
}
