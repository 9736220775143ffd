import { mistake, type Mistake } from './mistake.ts'

/** What a folder may hold at most; checked before anything is read. */
export const LIMITS = {
  files: 5_000,
  characters: 64 * 1024 * 1024,
  charactersPerFile: 8 * 1024 * 1024,
  depth: 24,
} as const

/** What is too much, or not text: with these the folder is not read at all. */
export function beyondLimits(files: ReadonlyMap<string, string>): readonly Mistake[] {
  return [...tooMuch(files), ...[...files].flatMap(([file, content]) => notText(file, content))]
}

function tooMuch(files: ReadonlyMap<string, string>): readonly Mistake[] {
  const place = { file: '.', line: null, field: null }
  const characters = [...files.values()].reduce((sum, content) => sum + content.length, 0)
  const found: Mistake[] = []
  if (files.size > LIMITS.files)
    found.push(mistake(place, { expected: `at most ${LIMITS.files} files`, found: `${files.size}` }))
  if (characters > LIMITS.characters)
    found.push(
      mistake(place, { expected: `at most ${LIMITS.characters} characters in all`, found: `${characters}` }),
    )
  return found
}

function notText(file: string, content: string): readonly Mistake[] {
  if (content.length > LIMITS.charactersPerFile) {
    const told = {
      expected: `at most ${LIMITS.charactersPerFile} characters in one file`,
      found: `${content.length}`,
    }
    return [mistake({ file, line: null, field: null }, told)]
  }
  const bad = UNREADABLE.map(({ sign, name }) => ({ index: indexOf(content, sign), name }))
    .filter(({ index }) => index !== -1)
    .toSorted((one, other) => one.index - other.index)
  return bad.slice(0, 1).map(({ index, name }) => {
    const line = lineAt(content, index)
    return mistake({ file, line, field: null }, { expected: 'text in UTF-8', found: name })
  })
}

const UNREADABLE = [
  { sign: '\u0000', name: 'a character of value zero (U+0000)' },
  { sign: '\uFFFD', name: 'the mark of bytes that could not be read (U+FFFD)' },
  { sign: /\p{Surrogate}/u, name: 'half a character (a lone surrogate)' },
] as const

function indexOf(content: string, sign: string | RegExp): number {
  return typeof sign === 'string' ? content.indexOf(sign) : content.search(sign)
}

/** The line, counted from 1, of a position in UTF-16 units. */
export function lineAt(content: string, index: number): number {
  let line = 1
  for (let at = content.indexOf('\n'); at !== -1 && at < index; at = content.indexOf('\n', at + 1)) line++
  return line
}
