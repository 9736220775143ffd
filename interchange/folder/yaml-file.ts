import { isAlias, isMap, isScalar, isSeq, Lexer, LineCounter, parseDocument, type YAMLError } from 'yaml'
import { LIMITS } from './limits.ts'
import { mistake, quoted, type Mistake, type Place } from './mistake.ts'

/** A way into a value: `['claims', 3, 'quantity', 'max']`. */
export type Path = readonly (string | number)[]

/** A YAML file as plain values, with the line of each. */
export interface YamlFile {
  readonly file: string
  readonly value: unknown
  /** Where a value stands: the line of its key, or, where it is missing, of what should hold it. */
  readonly placeOf: (path: Path) => Place
}

export type YamlRead =
  | { readonly ok: true; readonly yaml: YamlFile }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

/**
 * Plain data from YAML 1.2 (core schema). Narrower than YAML on purpose: no anchors, aliases, tags or second documents,
 * no key twice, no deeper than LIMITS.depth. All that can be read is checked before a value is given.
 * @param firstLine the line on which the content starts in its file, counted from 1
 */
export function readYaml(file: string, content: string, firstLine = 1): YamlRead {
  const deep = tooDeepAt(content)
  if (deep !== null) {
    const told = { expected: `at most ${LIMITS.depth} levels`, found: 'more' }
    return { ok: false, mistakes: [mistake({ file, line: deep + firstLine - 1, field: null }, told)] }
  }
  const lines = new LineCounter()
  const document = parsed(content, lines)
  const lineOf = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1
  const faults = faultsToTell([...document.errors, ...document.warnings])
  if (faults.length > 0)
    return { ok: false, mistakes: onePerLine(faults.map((error) => unreadable(file, lineOf, error))) }
  const reading: Reading = { file, lineOf, mistakes: [] }
  const value = plain(reading, document.contents, [])
  if (reading.mistakes.length > 0) return { ok: false, mistakes: onePerLine(reading.mistakes) }
  const again = once(() => parsed(content, new LineCounter()).contents)
  const placeOf = (path: Path) => ({
    file,
    line: nodeLine(reading, nodeAt(again(), path)) ?? firstLine,
    field: fieldOf(path),
  })
  return { ok: true, yaml: { file, value, placeOf } }
}

function parsed(content: string, lineCounter: LineCounter) {
  return parseDocument(content, {
    lineCounter,
    prettyErrors: false,
    // Own check below: the library's takes time that grows with the square of the number of keys.
    uniqueKeys: false,
    stringKeys: true,
    resolveKnownTags: false,
    logLevel: 'error',
  })
}

/** The tree of a file takes some seventy times its size, so it is not kept; whoever asks for a place has it made again. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/** `claims[3].quantity.max` */
export function fieldOf(path: Path): string | null {
  if (path.length === 0) return null
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
  return steps.join('').replace(/^[.]/, '')
}

/**
 * The line on which brackets, or list marks on one line, are nested beyond the limit; null when they are not.
 * Asked before the library is, whose composer calls itself for each level.
 */
function tooDeepAt(content: string): number | null {
  let [line, brackets, marks] = [1, 0, 0]
  for (const lexeme of new Lexer().lex(content)) {
    if (lexeme === '[' || lexeme === '{') brackets++
    else if (lexeme === ']' || lexeme === '}') brackets--
    else if (lexeme === '-' || lexeme === '?') marks++
    else if (lexeme.includes('\n')) {
      line += lexeme.split('\n').length - 1
      marks = 0
    }
    if (brackets > LIMITS.depth || marks > LIMITS.depth) return line
  }
  return null
}

/** Tabs and tags stand alone, and all of them are told; of other faults the first, because it brings the others with it. */
function faultsToTell(errors: readonly YAMLError[]): readonly YAMLError[] {
  const alone = errors.filter(({ code }) => code === 'TAB_AS_INDENT' || code === 'TAG_RESOLVE_FAILED')
  return alone.length > 0 ? alone : errors.slice(0, 1)
}

/** The first of each line: the same fault is found again for every bracket or alias in it. */
function onePerLine(mistakes: readonly Mistake[]): readonly Mistake[] {
  const told = new Set<number | null>()
  return mistakes.filter(({ line }) => {
    const first = !told.has(line)
    told.add(line)
    return first
  })
}

function unreadable(file: string, lineOf: (offset: number) => number, error: YAMLError): Mistake {
  const place = { file, line: lineOf(error.pos[0]), field: null }
  if (error.code === 'TAB_AS_INDENT')
    return mistake(place, { expected: 'spaces at the start of a line', found: 'a tab' })
  if (error.code === 'TAG_RESOLVE_FAILED') return mistake(place, WITHOUT_TAG)
  if (error.code === 'MULTIPLE_DOCS')
    return mistake(place, { expected: 'one document', found: 'a second one' })
  const complaint = error.message.split('\n')[0]?.replace(/[.:]$/, '') ?? error.code
  return mistake(place, { expected: 'YAML that can be read', found: `a mistake in it: ${complaint}` })
}

interface Reading {
  readonly file: string
  readonly lineOf: (offset: number) => number
  readonly mistakes: Mistake[]
}

function plain(reading: Reading, node: unknown, path: Path): unknown {
  if (path.length > LIMITS.depth) {
    wrong(reading, { node, path }, { expected: `at most ${LIMITS.depth} levels`, found: 'more' })
    return null
  }
  if (isAlias(node)) {
    const found = `an alias, ${quoted(`*${node.source}`)}`
    wrong(reading, { node, path }, { expected: 'the value itself', found })
    return null
  }
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null
  if (node.anchor !== undefined) {
    const found = `an anchor, ${quoted(`&${node.anchor}`)}`
    wrong(reading, { node, path }, { expected: 'a value without an anchor', found })
  }
  if (node.tag !== undefined) wrong(reading, { node, path }, WITHOUT_TAG)
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map((item, index) => plain(reading, item, [...path, index]))
  return object(reading, node.items, path)
}

const WITHOUT_TAG = { expected: 'a value without a tag', found: 'a tag (!)' }

function object(reading: Reading, pairs: readonly KeyAndValue[], path: Path): unknown {
  const fields = new Map<string, unknown>()
  for (const { key, value } of pairs) {
    const name = nameOf(key)
    const inner = [...path, name]
    if (fields.has(name)) {
      const found = `${quoted(name)} a second time`
      wrong(reading, { node: key, path: inner }, { expected: 'each field once', found })
    } else fields.set(name, plain(reading, value, inner))
  }
  return Object.fromEntries(fields)
}

interface KeyAndValue {
  readonly key: unknown
  readonly value: unknown
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value) : ''
}

/** The node that a path leads to: a field's key (its line is where a person looks), or as far as the path goes. */
function nodeAt(root: unknown, path: Path): unknown {
  let [shown, node] = [root, root]
  for (const step of path) {
    if (typeof step === 'number' && isSeq(node)) shown = node = node.items[step]
    else if (typeof step === 'string' && isMap(node)) {
      const pair = node.items.find(({ key }) => nameOf(key) === step)
      if (pair === undefined) return shown
      shown = pair.key
      node = pair.value
    } else return shown
  }
  return shown
}

function nodeLine(reading: Reading, node: unknown): number | null {
  if (!isMap(node) && !isSeq(node) && !isScalar(node) && !isAlias(node)) return null
  return node.range ? reading.lineOf(node.range[0]) : null
}

function wrong(
  reading: Reading,
  at: { readonly node: unknown; readonly path: Path },
  told: { readonly expected: string; readonly found: string },
): void {
  const line = nodeLine(reading, at.node)
  reading.mistakes.push(mistake({ file: reading.file, line, field: fieldOf(at.path) }, told))
}
