import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync(new URL('../docs/asvs.md', import.meta.url), 'utf8')
const rows = [
  ...page.matchAll(/^\| +(\d+\.\d+\.\d+) +\| +(.+?) +\| +(yes|partly|no|not here) +\| +(.+?) +\|$/gm),
].map(([, id = '', , met = '']) => ({ id, met }))

test('each requirement of levels 1 and 2 has one row, which says whether it is met and by what', () => {
  expect(new Set(rows.map(({ id }) => id)).size).toBe(253)
  expect(rows).toHaveLength(253)
})

test('the sums on the page are those of its rows', () => {
  const sums = ['yes', 'partly', 'no', 'not here'].map(
    (word) => `${rows.filter(({ met }) => met === word).length} ${word}`,
  )
  expect(page).toContain(`**${sums.join(', ')}.**`)
})
