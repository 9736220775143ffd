/** A line of a report as it stands in its file, before anything in it is looked up. */
export type RawBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly line: number }
  | {
      readonly kind: 'directive'
      readonly name: string
      readonly args: readonly string[]
      readonly raw: string
      readonly line: number
    }
  | { readonly kind: 'paragraph'; readonly sentences: readonly RawSentence[]; readonly line: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

export interface RawSentence {
  readonly parts: readonly RawPart[]
  readonly grounds: readonly RawDirective[]
  readonly own: boolean
  readonly line: number
}

export type RawPart = { readonly kind: 'words'; readonly text: string } | RawDirective

/** `{estimate: how-many published}` */
export interface RawDirective {
  readonly kind: 'directive'
  readonly name: string
  readonly args: readonly string[]
  /** As it was typed. */
  readonly raw: string
}

export interface Fault {
  readonly line: number
  readonly field: string | null
  readonly expected: string
  readonly found: string
}

/** Splits the body of a report into headings, paragraphs of one sentence a line, and parts in double braces. */
export function splitBlocks(body: string, firstLine: number): readonly RawBlock[] {
  const blocks: RawBlock[] = []
  let sentences: RawSentence[] = []
  const close = () => {
    const [first] = sentences
    if (first) blocks.push({ kind: 'paragraph', sentences, line: first.line })
    sentences = []
  }
  body.split('\n').forEach((raw, index) => {
    const line = firstLine + index
    const text = raw.trim()
    if (text === '') {
      close()
      return
    }
    const found = blockOf(text, line)
    if ('parts' in found) {
      sentences.push(found)
      return
    }
    close()
    blocks.push(found)
  })
  close()
  return blocks
}

function blockOf(text: string, line: number): Exclude<RawBlock, { kind: 'paragraph' }> | RawSentence {
  const heading = /^(#{2,3})[ \t]+(.+)$/.exec(text)
  if (heading)
    return { kind: 'heading', level: heading[1] === '##' ? 2 : 3, text: unescaped(heading[2] ?? ''), line }
  if (text.startsWith('{{')) return partOf(text, line)
  const strange = /^(#+|[-*+>|]|\d+[.)])(?=[ \t]|$)|^(```|~~~|<)/.exec(text)
  if (strange) {
    const expected = 'a sentence, a heading with ## or ###, or a part in {{ }}'
    return {
      kind: 'fault',
      fault: { line, field: null, expected, found: `a line that starts with “${strange[0]}”` },
    }
  }
  return sentenceOf(text, line)
}

function partOf(text: string, line: number): RawBlock & { kind: 'directive' | 'fault' } {
  const inside = /^\{\{([^{}]*)\}\}$/.exec(text)
  if (inside) return { ...directive(inside[1] ?? '', text), line }
  const told = {
    expected: 'a part that stands alone on its line between {{ and }}',
    found: `“${text.slice(0, 60)}”`,
  }
  return { kind: 'fault', fault: { line, field: text.slice(0, 60), ...told } }
}

function directive(inside: string, raw: string): RawDirective {
  const [name, rest] = split(inside)
  const args = rest.split(/\s+/).filter((arg) => arg !== '')
  return { kind: 'directive', name: name.trim(), args, raw }
}

function split(inside: string): readonly [string, string] {
  const colon = inside.indexOf(':')
  return colon === -1 ? [inside, ''] : [inside.slice(0, colon), inside.slice(colon + 1)]
}

const TOKEN = /\\([!-/:-@[-`{-~])|\{([^{}]*)\}|\[([a-z]+(?::[^[\]{}]*)?)\]|([^\\{}[\]]+|[\s\S])/g

interface Taken {
  readonly parts: RawPart[]
  readonly grounds: RawDirective[]
  own: boolean
}

/** One line: words, `{figures}`, and at its end its `[grounds]`. A backslash takes the meaning from the sign after it. */
function sentenceOf(
  text: string,
  line: number,
): RawSentence | { readonly kind: 'fault'; readonly fault: Fault } {
  const taken: Taken = { parts: [], grounds: [], own: false }
  for (const match of text.matchAll(TOKEN)) {
    const fault = take(taken, match, line)
    if (fault !== null) return { kind: 'fault', fault }
  }
  const parts = trimmedEnd(taken.parts)
  if (parts.length === 0) {
    const told = { expected: 'a sentence before its grounds', found: `“${text.slice(0, 60)}”` }
    return { kind: 'fault', fault: { line, field: null, ...told } }
  }
  return { parts, grounds: taken.grounds, own: taken.own, line }
}

function take(taken: Taken, match: RegExpMatchArray, line: number): Fault | null {
  const [raw, sign, inside, ground, words] = match
  if (ground === 'own') taken.own = true
  else if (ground !== undefined) taken.grounds.push(directive(ground, raw))
  if (ground !== undefined) return null
  const after = sign ?? words ?? ''
  const grounded = taken.own || taken.grounds.length > 0
  if (grounded && (inside !== undefined || after.trim() !== '')) {
    const told = {
      expected: 'grounds at the end of the line only',
      found: `“${raw.slice(0, 60)}” after them`,
    }
    return { line, field: taken.grounds.at(-1)?.raw ?? '[own]', ...told }
  }
  if (grounded) return null
  if (inside !== undefined) taken.parts.push(directive(inside, raw))
  else if (words !== undefined && /^[{}[\]]$/.test(words)) return strayBracket(words, line)
  else addWords(taken.parts, after)
  return null
}

function strayBracket(sign: string, line: number): Fault {
  const other = new Map([
    ['{', '}'],
    ['}', '{'],
    ['[', ']'],
    [']', '['],
  ]).get(sign)
  const expected = `a ${sign} with its ${other ?? ''}, or \\${sign} for the sign itself`
  return { line, field: sign, expected, found: `${sign} alone` }
}

function addWords(parts: RawPart[], text: string): void {
  const last = parts.at(-1)
  if (last?.kind === 'words') parts[parts.length - 1] = { kind: 'words', text: last.text + text }
  else parts.push({ kind: 'words', text })
}

function trimmedEnd(parts: readonly RawPart[]): readonly RawPart[] {
  const last = parts.at(-1)
  if (last?.kind !== 'words') return parts
  const text = last.text.trimEnd()
  return text === '' ? parts.slice(0, -1) : [...parts.slice(0, -1), { kind: 'words', text }]
}

function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1')
}

/** Words as they are written into a report file, so that they are read back as they were. */
export function escaped(text: string): string {
  return text.replace(/[\\{}[\]]/g, '\\$&')
}

/** A whole line that must not be taken for a heading, a list or code. */
export function guardedLine(line: string): string {
  return /^(#+|[-*+>|])(?=[ \t]|$)|^(```|~~~|<)/.test(line)
    ? `\\${line}`
    : line.replace(/^(\d+)([.)])(?=[ \t]|$)/, '$1\\$2')
}
