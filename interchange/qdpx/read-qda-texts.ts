import type { Counting } from './counting.ts'
import { placeSelections, type Placed, type WrittenSelection } from './place-selections.ts'
import type { QdaCoding, QdaSelection, QdaText } from './qda-project.ts'
import { guidFrom, memoOf, ownGuid, reference, warn, type QdaReading } from './qda-reading.ts'
import type { SourceFiles } from './source-files.ts'
import { childrenOf, textIn, type XmlElement } from './xml-tree.ts'

export interface TextsRead {
  readonly texts: QdaText[]
  readonly selections: QdaSelection[]
  readonly codings: QdaCoding[]
}

export interface ReadingTexts {
  readonly reading: QdaReading
  readonly files: SourceFiles
  readonly codes: ReadonlySet<string>
  readonly said: Counting | null
}

/** Where words stand in a source that is no text. */
const WORDS_OF: Readonly<Record<string, readonly string[]>> = {
  PictureSource: ['TextDescription'],
  PDFSource: ['Representation'],
  AudioSource: ['Transcript'],
  VideoSource: ['Transcript'],
}
/** Selections that are no words: of a picture, a page, a time. */
const WORDLESS = ['PictureSelection', 'PDFSelection', 'AudioSelection', 'VideoSelection']

/** Every text of the sources with its selections and codings. Regions and times are counted, and left out. */
export async function readQdaTexts(at: ReadingTexts, sources: XmlElement | undefined): Promise<TextsRead> {
  const read: TextsRead = { texts: [], selections: [], codings: [] }
  const names = new Set<string>()
  for (const source of sources?.children ?? []) {
    const { name } = source.attributes
    if (name !== undefined && names.has(name))
      warn(at.reading, 'name-twice', source, [
        'sources to have names of their own',
        'two of this name; both are kept',
      ])
    if (name !== undefined) names.add(name)
    if (source.name === 'TextSource') await readText(at, read, { element: source, called: name })
    else await readOther(at, read, source)
  }
  return read
}

async function readOther(at: ReadingTexts, read: TextsRead, source: XmlElement): Promise<void> {
  ownGuid(at.reading, source)
  for (const element of childrenOf(source, ...(WORDS_OF[source.name] ?? [])))
    await readText(at, read, { element, called: element.attributes.name ?? source.attributes.name })
  const wordless = childrenOf(source, ...WORDLESS)
  const codings = [source, ...wordless].reduce((sum, one) => sum + childrenOf(one, 'Coding').length, 0)
  if (wordless.length + codings > 0)
    warn(at.reading, 'left-out', source, [
      'selections of words',
      `${wordless.length} of regions or times, with ${codings} codings, which are not read`,
    ])
}

interface TextElement {
  readonly element: XmlElement
  readonly called: string | undefined
}

async function readText(at: ReadingTexts, read: TextsRead, { element, called }: TextElement): Promise<void> {
  const { reading } = at
  const guid = ownGuid(reading, element)
  const name = called ?? guid
  const written = writtenSelections(reading, element)
  const raw = await rawText(at, element, written.length)
  readCodings(at, read, { element, on: guid })
  const { frozen, placed } =
    raw === null
      ? { frozen: null, placed: written.map((): QdaSelection['placed'] => ({ kind: 'no-text' })) }
      : placeSelections(raw, written, at.said)
  read.texts.push({ guid, name, frozen, memo: memoOf(reading, element) })
  for (const [nth, selection] of written.entries()) {
    const where = placed[nth]
    if (where !== undefined) keep(at, read, { text: guid, selection, where })
  }
}

interface Written extends WrittenSelection {
  readonly element: XmlElement
}

interface Kept {
  readonly text: string
  readonly selection: Written
  readonly where: Placed | { readonly kind: 'no-text' }
}

function keep(at: ReadingTexts, read: TextsRead, { text, selection, where }: Kept): void {
  const { element, start, end } = selection
  if (where.kind === 'outside' || where.kind === 'broken') {
    const asides = `${start} to ${end}; it is set aside with its ${childrenOf(element, 'Coding').length} codings`
    if (where.kind === 'outside')
      warn(at.reading, 'selection-outside', element, [
        `positions up to ${where.length}, the length of the text`,
        asides,
      ])
    else warn(at.reading, 'selection-broken', element, ['positions between characters', asides])
    return
  }
  const guid = ownGuid(at.reading, element)
  read.selections.push({
    ...{ guid, text, name: element.attributes.name ?? null, memo: memoOf(at.reading, element) },
    ...{ written: { start, end }, placed: where },
  })
  readCodings(at, read, { element, on: guid })
}

/** The selections of a text that select something; of a transcript, between the positions of its sync points. */
function writtenSelections(reading: QdaReading, element: XmlElement): readonly Written[] {
  const points = new Map(
    childrenOf(element, 'SyncPoint').map(({ attributes }) => [
      guidFrom(attributes.guid),
      attributes.position,
    ]),
  )
  return childrenOf(element, 'PlainTextSelection', 'TranscriptSelection').flatMap((selection) => {
    const { attributes } = selection
    const isTimed = selection.name === 'TranscriptSelection'
    const start = numberFrom(
      isTimed ? points.get(guidFrom(attributes.fromSyncPoint)) : attributes.startPosition,
    )
    const end = numberFrom(isTimed ? points.get(guidFrom(attributes.toSyncPoint)) : attributes.endPosition)
    const asides = `it is set aside with its ${childrenOf(selection, 'Coding').length} codings`
    if (start === null || end === null || start > end) {
      warn(reading, 'selection-malformed', selection, [
        'a start, and an end not before it',
        `${attributes.startPosition ?? 'none'} and ${attributes.endPosition ?? 'none'}; ${asides}`,
      ])
      return []
    }
    if (start === end) {
      warn(reading, 'selection-empty', selection, ['words', `none, at ${start}; ${asides}`])
      return []
    }
    const quotations = [attributes.name, textIn(selection, 'Description')]
    return [
      { element: selection, start, end, quotations: quotations.filter((words) => typeof words === 'string') },
    ]
  })
}

function numberFrom(written: string | undefined): number | null {
  return /^\s*\+?\d{1,15}\s*$/.test(written ?? '') ? Number(written) : null
}

/** The words of a text, as they came; null where they are not to be had, which is said. */
async function rawText(
  { reading, files }: ReadingTexts,
  element: XmlElement,
  selections: number,
): Promise<string | null> {
  const inline = textIn(element, 'PlainTextContent')
  const { plainTextPath: path, richTextPath } = element.attributes
  if (path === undefined || (inline !== null && inline !== '')) {
    if (inline !== null) return inline
    warn(reading, 'text-missing', element, [
      'a plain text',
      `${richTextPath === undefined ? 'none' : 'a formatted one only'}; ${selections} selections wait for it`,
    ])
    return null
  }
  const found = await files.text(path)
  if (found.ok && found.value !== null) return found.value
  if (found.ok)
    warn(reading, 'text-missing', element, [
      `its text in the archive as ${fileName(path)}`,
      `none; ${selections} selections wait for it`,
    ])
  else warn(reading, 'text-unreadable', element, [found.expected, found.found])
  return null
}

/** The last part only: the whole may name the folders of somebody's home. */
function fileName(path: string): string {
  return `“${path.slice(path.search(/[^/\\]*$/))}”`
}

function readCodings(
  { reading, codes }: ReadingTexts,
  read: TextsRead,
  { element, on }: { readonly element: XmlElement; readonly on: string },
): void {
  for (const coding of childrenOf(element, 'Coding')) {
    const [ref] = childrenOf(coding, 'CodeRef')
    const code = guidFrom(ref?.attributes.targetGUID)
    if (!codes.has(code)) {
      warn(reading, 'coding-without-code', coding, ['a code of the code book', code === '' ? 'none' : code])
      continue
    }
    const { creatingUser, creationDateTime = null } = coding.attributes
    read.codings.push({
      ...{ guid: ownGuid(reading, coding), on, code, coder: reference(creatingUser), at: creationDateTime },
      memo: memoOf(reading, coding),
    })
  }
}
