import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('docs/**/*.md', { cwd: root })]

/** Paths of the project as the documents write them: in backquotes, with a folder in front. */
function filesNamedIn(document: string): readonly string[] {
  const text = readFileSync(join(root, document), 'utf8')
  return [
    ...text.matchAll(
      /`((?:core|words|casework|store|vault|interchange|press|apps|examples|bench|docs|scripts)\/[^`*{}\s]+)`/g,
    ),
  ].map(([, path = '']) => path)
}

test.each(documents)('%s names only files and folders that are there', (document) => {
  const gone = filesNamedIn(document).filter((path) => !existsSync(join(root, path)))
  expect(gone).toEqual([])
})

test.each(documents)('%s links only to documents and pictures that are there', (document) => {
  const text = readFileSync(join(root, document), 'utf8')
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path)
  const gone = links.filter((path) => !existsSync(join(root, dirname(document), path)))
  expect(gone).toEqual([])
})

test('the tour names the files of its walks', () => {
  expect(filesNamedIn('docs/tour.md').length).toBeGreaterThan(20)
})
