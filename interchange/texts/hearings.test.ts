import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layTurns } from '@corroborate/testimony'
import { read } from './testing/read.ts'

/** Public hearings (OGL v3.0), read for tests only; nothing of them is kept here but counts. */
const folder = '../shared/testimony/hearings'
const here = existsSync(folder)
if (!here) console.warn(`skipped, because ${folder} is not there: the import of real hearings`)

test.skipIf(!here)(
  'every hearing comes in with its speakers and turns, as many as the file sets in strong type',
  async () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.rst'))
    expect(names.length).toBeGreaterThan(0)
    for (const name of names) {
      const content = readFileSync(join(folder, name), 'utf8')
      // Counted another way: a label in the file is a line that begins with words between two pairs of asterisks and a colon.
      const labels = Array.from(content.matchAll(/^\s*\*\*([^*]+)\*\*:/gm), (match) => match[1] ?? '')
      const text = await read(content, { name })
      const speakers = new Map(
        text.labels.filter(({ taken }) => taken).map(({ label, turns }) => [label, turns]),
      )
      const counted = new Map<string, number>()
      for (const label of labels) counted.set(label, (counted.get(label) ?? 0) + 1)
      expect(speakers).toEqual(counted)
      expect(text.turns.filter(({ speaker }) => speaker !== null).length).toBeGreaterThanOrEqual(
        labels.length,
      )
      const { content: laid, turns } = layTurns(text.turns)
      expect(laid).not.toMatch(/\*\*|rst-class|:abbr:/)
      expect(turns.length).toBe(text.turns.length)
      expect(
        new Set(text.warnings.map(({ reason }) => reason)).isSubsetOf(
          new Set(['markup-left-out', 'speaker-once']),
        ),
      ).toBe(true)
    }
  },
)
