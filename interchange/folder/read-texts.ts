import {
  codePointLength,
  findPassage,
  freezeText,
  makePassage,
  turnsOf,
  type Passage,
  type Text,
  type Turn,
} from '@corroborate/testimony'
import type { z } from 'zod'
import { readMarkdown, type Markdown } from './front-matter.ts'
import { quoted } from './mistake.ts'
import {
  enter,
  entries,
  idOf,
  refer,
  shaped,
  unread,
  wrong,
  type Located,
  type Opened,
  type Reading,
} from './reading.ts'
import { passageShape, textShape } from './record-shapes.ts'

export const TEXT_FILE = /^texts\/[^/]+\.md$/

/** Every text in `texts/`, frozen: its body is normalised and hashed once (core/testimony). In the order of their codes. */
export function readTexts(reading: Reading): readonly Text[] {
  const found = [...reading.files.keys()]
    .filter((file) => TEXT_FILE.test(file))
    .sort()
    .map((file) => headOf(reading, file))
    .filter((text) => text !== null)
  for (const { head } of found)
    enter(reading, 'text', { code: head.value.code, place: () => head.placeOf(['code']) })
  return found
    .map(({ head, markdown }) => textFrom(reading, head, markdown))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
}

type RawText = z.infer<typeof textShape>

function headOf(
  reading: Reading,
  file: string,
): { readonly head: Located<RawText>; readonly markdown: Markdown } | null {
  const markdown = readMarkdown(reading, file)
  const head = markdown && shaped(reading, textShape, markdown.fields)
  if (markdown && head) return { head, markdown }
  unread(reading, 'text')
  return null
}

function textFrom(reading: Reading, head: Located<RawText>, markdown: Markdown): Text {
  const { value, placeOf } = head
  const { content, sha256 } = freezeText(markdown.body)
  if (content.trim() === '')
    wrong(
      reading,
      { ...placeOf([]), line: markdown.bodyLine, field: null },
      { expected: 'a text', found: 'nothing' },
    )
  const translated = value['translation-of']
  if ((value.kind === 'translation') !== Boolean(translated)) {
    const expected =
      value.kind === 'translation' ? 'the text that this translates' : `nothing in a ${value.kind}`
    wrong(reading, placeOf(['translation-of']), {
      expected,
      found: translated ? quoted(translated) : 'nothing',
    })
  }
  return {
    id: idOf(reading, 'text', value.code),
    code: value.code,
    source: refer(reading, 'source', { code: value.source, place: () => placeOf(['source']) }),
    title: value.title,
    language: value.language,
    kind: value.kind,
    translationOf: translated
      ? refer(reading, 'text', { code: translated, place: () => placeOf(['translation-of']) })
      : null,
    version: value.version ?? 1,
    content,
    sha256,
    turns: turnsIn(reading, head, content),
    ...(value['read-from'] === undefined ? {} : { readFrom: value['read-from'] }),
  }
}

function turnsIn(reading: Reading, { value, placeOf }: Located<RawText>, content: string): readonly Turn[] {
  const { speakers, turns } = value
  if (speakers && turns) {
    wrong(reading, placeOf(['turns']), { expected: 'either speakers or turns', found: 'both' })
    return []
  }
  if (turns === undefined) return turnsOf(content, speakers ?? [])
  const length = codePointLength(content)
  let last = 0
  for (const [index, turn] of turns.entries()) {
    if (turn.start < last || turn.end <= turn.start || turn.end > length) {
      const expected = `a stretch from ${last} on, within the ${length} characters of the text`
      wrong(reading, placeOf(['turns', index]), { expected, found: `${turn.start} to ${turn.end}` })
    }
    last = Math.max(last, turn.end)
  }
  return turns
}

/** Passages by their exact words, which must stand in their text once; what stands around them tells places apart. */
export function readPassages(reading: Reading, opened: Opened, texts: readonly Text[]): readonly Passage[] {
  const byCode = new Map(texts.map((text) => [text.code, text]))
  return entries(reading, passageShape, opened.get('passages'))
    .map(({ value, placeOf }) => {
      refer(reading, 'text', { code: value.text, place: () => placeOf(['text']) })
      const text = byCode.get(value.text)
      if (text === undefined) return null
      const { exact, prefix, suffix } = value
      const quote = {
        exact,
        ...(prefix === undefined ? {} : { prefix }),
        ...(suffix === undefined ? {} : { suffix }),
      }
      const stretch = findPassage(text, quote)
      if (!stretch.ok) {
        const around = prefix !== undefined || suffix !== undefined
        const told = notOnce(stretch.reason, { exact, text: text.code, around })
        wrong(reading, placeOf(['exact']), told)
        return null
      }
      const passage = makePassage(text, stretch.value, {
        id: idOf(reading, 'passage', value.code),
        code: value.code,
      })
      return passage.ok ? passage.value : null
    })
    .filter((passage) => passage !== null)
}

function notOnce(
  reason: 'not-found' | 'ambiguous',
  words: { readonly exact: string; readonly text: string; readonly around: boolean },
): { readonly expected: string; readonly found: string } {
  const { exact, text, around } = words
  const expected = `words that stand in ${text} exactly once`
  if (reason === 'ambiguous') {
    const hint = around ? 'a longer prefix or suffix tells them apart' : 'a prefix or suffix tells them apart'
    return { expected, found: `${quoted(exact)} more than once; ${hint}` }
  }
  return {
    expected,
    found: `${quoted(exact)}, which does not stand there${around ? ' with that prefix and suffix' : ''}`,
  }
}
