import { attribute, type XmlEar } from '../bytes/heard-xml.ts'
import type { Unpacked } from '../bytes/unpacked.ts'
import { hearPart, type Archive, type DocumentRead } from './document-part.ts'
import { paragraphEar, type ParagraphEar } from './paragraph-ear.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'

interface Counts {
  inserted: number
  deleted: number
  comments: number
  notes: number
}

/**
 * The words of a Word document (ECMA-376-1, 17): paragraphs, rows of tables, and its foot- and endnotes behind them. Of tracked changes what was
 * put in is kept and what was struck out is not; comments are no words of the text. Numbers that Word makes for lists, headers and footers are left out.
 */
export async function readDocx(archive: Archive): Promise<Unpacked<DocumentRead>> {
  const main = [...archive.entries.keys()].find((name) => /^word\/document\d*[.]xml$/.test(name)) ?? ''
  const counts: Counts = { inserted: 0, deleted: 0, comments: 0, notes: 0 }
  const body = paragraphEar('paragraph')
  const heard = await hearPart(archive, main, bodyEar(body, counts, false))
  if (!heard.ok) return heard
  const notes = paragraphEar('note')
  for (const part of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const more = await hearPart(archive, part, bodyEar(notes, counts, true))
    if (!more.ok) return more
  }
  return {
    ok: true,
    value: {
      paragraphs: [...body.paragraphs, ...notes.paragraphs],
      outside: [...body.outside, ...notes.paragraphs],
      rows: body.rows,
      warnings: warningsOf(archive.file.name, counts, notes.paragraphs.length),
    },
  }
}

/** What is struck out, said a second time for old programs, or no words at all. */
const UNHEARD = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText', 'rPrChange', 'pPrChange'])
const HEADING = /^(?:heading|title|titre|ueberschrift|überschrift|berschrift|ttulo|titulo)/i

interface Standing {
  unheard: number
  /** Whether `w:del` and `w:ins` stand for a stretch, or are a mark of a paragraph's own. */
  properties: number
  strong: boolean
  inText: boolean
}

function bodyEar(ear: ParagraphEar, counts: Counts, inNotes: boolean): XmlEar {
  const at: Standing = { unheard: 0, properties: 0, strong: false, inText: false }
  return {
    open: (tag, attributes) => {
      if (tag === 'rPr' || tag === 'pPr') at.properties++
      if (at.unheard > 0 || (UNHEARD.has(tag) && (at.properties === 0 || tag.endsWith('Change')))) {
        if (at.unheard === 0 && (tag === 'del' || tag === 'moveFrom')) counts.deleted++
        at.unheard++
        return
      }
      if (tag === 'ins' && at.properties === 0) counts.inserted++
      opened(at, ear, { tag, attributes, counts, inNotes })
    },
    close: (tag) => {
      if (tag === 'rPr' || tag === 'pPr') at.properties--
      if (at.unheard > 0) at.unheard--
      else closed(at, ear, tag)
    },
    text: (words) => {
      if (at.inText && at.unheard === 0) ear.say(words.replaceAll(/[\n\t]/g, ' '), at.strong)
    },
  }
}

interface Opened {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly counts: Counts
  readonly inNotes: boolean
}

const SIGNS: Readonly<Record<string, string>> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011' }

function opened(at: Standing, ear: ParagraphEar, { tag, attributes, counts, inNotes }: Opened): void {
  const sign = at.properties === 0 ? SIGNS[tag] : undefined
  if (sign !== undefined) {
    ear.say(sign, false)
    return
  }
  const off = /^(?:0|false|off|none)$/.test(attribute(attributes, 'val') ?? '')
  switch (tag) {
    case 'p':
      ear.begin(inNotes ? 'note' : 'words')
      return
    case 'r':
      at.strong = false
      return
    case 'b':
      at.strong = !off
      return
    case 't':
      at.inText = true
      return
    case 'pStyle':
      if (!inNotes && HEADING.test(attribute(attributes, 'val') ?? '')) ear.become('heading')
      return
    case 'tr':
      ear.beginRow()
      return
    default:
      referred(ear, tag, counts)
  }
}

/** A comment is counted; a note leaves its number where it was called. */
function referred(ear: ParagraphEar, tag: string, counts: Counts): void {
  if (tag === 'commentReference') counts.comments++
  if (tag !== 'footnoteReference' && tag !== 'endnoteReference') return
  counts.notes++
  ear.say(`[${counts.notes}]`, false)
}

function closed(at: Standing, ear: ParagraphEar, tag: string): void {
  if (tag === 't') at.inText = false
  else if (tag === 'p') ear.end()
  else if (tag === 'tc') ear.endCell(1)
  else if (tag === 'tr') ear.endRow()
}

function warningsOf(file: string, counts: Counts, notes: number): readonly TextFault[] {
  const { inserted, deleted, comments } = counts
  const warnings: TextFault[] = []
  const warn = (
    reason: 'changes-settled' | 'comments-left-out' | 'notes-moved',
    expected: string,
    found: string,
  ) => warnings.push(textFault(reason, { file, ...WHOLE }, { expected, found }))
  if (inserted + deleted > 0)
    warn(
      'changes-settled',
      'a text without tracked changes',
      `${inserted} stretches put in, which were kept, and ${deleted} struck out, which were not`,
    )
  if (comments > 0) warn('comments-left-out', 'words of the text', `${comments} comments, left out`)
  if (notes > 0) warn('notes-moved', 'words of the text', `${notes} paragraphs of notes, set behind it`)
  return warnings
}
