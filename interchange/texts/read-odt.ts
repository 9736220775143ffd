import { attribute, type XmlEar } from '../bytes/heard-xml.ts'
import type { Unpacked } from '../bytes/unpacked.ts'
import { hearPart, type Archive, type DocumentRead } from './document-part.ts'
import { paragraphEar, type ParagraphEar } from './paragraph-ear.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'

/**
 * The words of an OpenDocument text (ISO 26300-1, 5 and 6): paragraphs, headings, rows of tables, and its notes behind them. Of tracked changes
 * what was put in stands in the text; what was struck out is kept apart in the file, and left out as annotations are.
 */
export async function readOdt(archive: Archive): Promise<Unpacked<DocumentRead>> {
  const [body, notes] = [paragraphEar('paragraph'), paragraphEar('note')]
  const counts = { annotations: 0, changes: 0, notes: 0 }
  const heard = await hearPart(archive, 'content.xml', contentEar(body, notes, counts))
  if (!heard.ok) return heard
  const warnings: TextFault[] = []
  const warn = (reason: 'changes-settled' | 'comments-left-out' | 'notes-moved', found: string) =>
    warnings.push(
      textFault(reason, { file: archive.file.name, ...WHOLE }, { expected: 'words of the text', found }),
    )
  if (counts.changes > 0)
    warn(
      'changes-settled',
      `${counts.changes} tracked changes: what was put in was kept, what was struck out was not`,
    )
  if (counts.annotations > 0) warn('comments-left-out', `${counts.annotations} comments, left out`)
  if (counts.notes > 0) warn('notes-moved', `${counts.notes} notes, set behind it`)
  const paragraphs = [...body.paragraphs, ...notes.paragraphs]
  const outside = [...body.outside, ...notes.paragraphs]
  return { ok: true, value: { paragraphs, outside, rows: body.rows, warnings } }
}

const UNHEARD = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'ruby-text',
  'forms',
  'sequence-decls',
])

interface Counts {
  annotations: number
  changes: number
  notes: number
}

function contentEar(body: ParagraphEar, notes: ParagraphEar, counts: Counts): XmlEar {
  let [unheard, paragraphs, inNote] = [0, 0, 0]
  const repeats: number[] = []
  const ear = () => (inNote > 0 ? notes : body)
  return {
    open: (tag, attributes) => {
      if (tag === 'changed-region') counts.changes++
      if (unheard > 0 || UNHEARD.has(tag)) {
        if (unheard === 0 && tag === 'annotation') counts.annotations++
        unheard++
      } else if (tag === 'note') {
        counts.notes++
        ear().say(`[${counts.notes}]`, false)
        inNote++
      } else if (tag === 'p' || tag === 'h') {
        paragraphs++
        ear().begin(inNote > 0 ? 'note' : tag === 'h' ? 'heading' : 'words')
      } else if (tag === 's') ear().say(' '.repeat(repeated(attribute(attributes, 'c'))), false)
      else if (tag === 'tab') ear().say('\t', false)
      else if (tag === 'line-break') ear().say('\n', false)
      else if (tag === 'table-row') ear().beginRow()
      else if (tag === 'table-cell') repeats.push(repeated(attribute(attributes, 'number-columns-repeated')))
    },
    close: (tag) => {
      if (unheard > 0) unheard--
      else if (tag === 'note') inNote--
      else if (tag === 'p' || tag === 'h') {
        paragraphs--
        ear().end()
      } else if (tag === 'table-cell') ear().endCell(repeats.pop() ?? 1)
      else if (tag === 'table-row') ear().endRow()
    },
    text: (words) => {
      if (unheard === 0 && paragraphs > 0) ear().say(words.replaceAll(/\s+/g, ' '), false)
    },
  }
}

/** How often a sign or a cell is repeated; a number that could fill a machine is not believed. */
function repeated(said: string | undefined): number {
  const count = Number(said ?? '1')
  return Number.isInteger(count) && count >= 1 && count <= 1_000 ? count : 1
}
