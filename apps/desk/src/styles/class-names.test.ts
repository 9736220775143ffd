import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SRC = join(import.meta.dirname, '..')

async function filesEnding(ending: string): Promise<readonly string[]> {
  const names = await readdir(SRC, { recursive: true })
  return names.filter((name) => name.endsWith(ending)).map((name) => join(SRC, name))
}

/** The style sheets that a component takes its names from, each under the name it has there. */
function sheetsOf(file: string, code: string): readonly { readonly as: string; readonly path: string }[] {
  return [...code.matchAll(/import (\w+) from '([^']+[.]module[.]css)'/g)].map(([, as = '', path = '']) => ({
    as,
    path: join(dirname(file), path),
  }))
}

test('every class that a component names stands in its style sheet', async () => {
  const missing: string[] = []
  for (const file of await filesEnding('.tsx')) {
    const code = await readFile(file, 'utf8')
    for (const { as, path } of sheetsOf(file, code)) {
      const sheet = await readFile(path, 'utf8')
      const used = [...code.matchAll(new RegExp(`\\b${as}[.](\\w+)`, 'g'))].map(([, name = '']) => name)
      missing.push(
        ...used
          .filter((name) => !sheet.includes(`.${name}`))
          .map((name) => `${relative(SRC, file)}: ${name}`),
      )
    }
  }
  expect(missing).toEqual([])
})

test('every class of a style sheet is named by a component', async () => {
  const code = (await Promise.all((await filesEnding('.tsx')).map((file) => readFile(file, 'utf8')))).join(
    '\n',
  )
  const idle: string[] = []
  for (const file of await filesEnding('.module.css')) {
    const own = (await readFile(file, 'utf8')).replace(/:global\([^)]*\)/g, '')
    const names = new Set([...own.matchAll(/[.]([a-z]\w*)(?=[\s,.:>[{])/g)].map(([, name = '']) => name))
    idle.push(
      ...[...names]
        .filter((name) => !new RegExp(`styles[.]${name}\\b`).test(code))
        .map((name) => `${relative(SRC, file)}: ${name}`),
    )
  }
  expect(idle).toEqual([])
})

test('no style points left or right: the layout mirrors with the language', async () => {
  const physical =
    /\b(?:(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right))/m
  const found: string[] = []
  for (const file of await filesEnding('.css')) {
    if (physical.test(await readFile(file, 'utf8'))) found.push(relative(SRC, file))
  }
  expect(found).toEqual([])
})
