import { ok } from '@corroborate/base'
import type { GivenFile } from '../bytes/given-file.ts'
import { LIST_LIMITS } from './list-limits.ts'
import { isDayFormat, type DateSystem } from './xlsx-dates.ts'
import { attribute, heardWhole, type XmlEar } from '../bytes/heard-xml.ts'
import { broken, type Unpacked } from '../bytes/unpacked.ts'
import { zipDirectory, type ZipEntry } from '../bytes/zip-directory.ts'
import { unescaped } from './xlsx-escapes.ts'

/** A workbook with all that its sheets share. */
export interface Book {
  readonly sheets: readonly Sheet[]
  readonly dates: DateSystem
  /** Whether cells of a style show days. */
  readonly dayStyles: readonly boolean[]
  readonly strings: readonly string[]
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly entry: ZipEntry
}

/** Opens a workbook of Office Open XML: its sheets by name, its styles, and the texts that its cells share. ECMA-376-1, 18. */
export async function openBook(file: GivenFile): Promise<Unpacked<Book>> {
  const directory = await zipDirectory(file)
  if (!directory.ok) return directory
  const entries = directory.value
  const root = await relationsOf(file, entries, '_rels/.rels', '')
  if (!root.ok) return root
  const bookName = [...root.value.values()].find(({ type }) => type.endsWith('/officeDocument'))?.target
  const bookEntry = entries.get(bookName ?? 'xl/workbook.xml')
  if (bookEntry === undefined)
    return broken('a workbook in the archive', 'none: it may be another kind of document')
  const folder = bookEntry.name.slice(0, bookEntry.name.lastIndexOf('/') + 1)
  const relationsName = `${folder}_rels/${bookEntry.name.slice(folder.length)}.rels`
  const relations = await relationsOf(file, entries, relationsName, folder)
  if (!relations.ok) return relations
  const read = await sheetsOf(file, bookEntry)
  if (!read.ok) return read
  const sheets = read.value.sheets.flatMap(({ name, hidden, relation }) => {
    const to = relations.value.get(relation)
    const entry = to?.type.endsWith('/worksheet') === true ? entries.get(to.target) : undefined
    return entry === undefined ? [] : [{ name, hidden, entry }]
  })
  if (sheets.length === 0) return broken('a sheet at least', 'none')
  const part = (type: string) =>
    entries.get([...relations.value.values()].find((one) => one.type.endsWith(`/${type}`))?.target ?? '')
  const dayStyles = await dayStylesOf(file, part('styles'))
  if (!dayStyles.ok) return dayStyles
  const strings = await stringsOf(file, part('sharedStrings'))
  if (!strings.ok) return strings
  return ok({ sheets, dates: read.value.dates, dayStyles: dayStyles.value, strings: strings.value })
}

interface Relation {
  readonly type: string
  readonly target: string
}

const IDLE: XmlEar = { open: () => undefined, close: () => undefined, text: () => undefined }

async function relationsOf(
  file: GivenFile,
  entries: ReadonlyMap<string, ZipEntry>,
  name: string,
  folder: string,
): Promise<Unpacked<ReadonlyMap<string, Relation>>> {
  const found = new Map<string, Relation>()
  const entry = entries.get(name)
  if (entry === undefined) return ok(found)
  const ear: XmlEar = {
    ...IDLE,
    open: (tag, { Id, Type, Target, TargetMode }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return
      found.set(Id ?? '', { type: Type ?? '', target: pathFrom(folder, Target ?? '') })
    },
  }
  const heard = await heardWhole(file, entry, { most: LIST_LIMITS.partBytes, ear })
  return heard.ok ? ok(found) : heard
}

/** `../x` and `/xl/x` as names inside the archive. */
function pathFrom(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/'))
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  return parts.join('/')
}

async function sheetsOf(file: GivenFile, entry: ZipEntry) {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly relation: string }[] = []
  let dates: DateSystem = 1900
  const ear: XmlEar = {
    ...IDLE,
    open: (tag, attributes) => {
      if (tag === 'workbookPr') dates = ['1', 'true'].includes(attributes.date1904 ?? '') ? 1904 : 1900
      if (tag !== 'sheet') return
      const { name = '', state } = attributes
      sheets.push({
        name,
        hidden: state !== undefined && state !== 'visible',
        relation: attribute(attributes, 'id') ?? '',
      })
    },
  }
  const heard = await heardWhole(file, entry, { most: LIST_LIMITS.partBytes, ear })
  return heard.ok ? ok({ sheets, dates }) : heard
}

async function dayStylesOf(
  file: GivenFile,
  entry: ZipEntry | undefined,
): Promise<Unpacked<readonly boolean[]>> {
  const formats = new Map<number, string>()
  const styles: boolean[] = []
  if (entry === undefined) return ok(styles)
  let inCells = false
  const ear: XmlEar = {
    ...IDLE,
    open: (tag, attributes) => {
      if (tag === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (tag === 'cellXfs') inCells = true
      if (tag !== 'xf' || !inCells) return
      const id = Number(attributes.numFmtId ?? '0')
      styles.push(isDayFormat(id, formats.get(id)))
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
  }
  const heard = await heardWhole(file, entry, { most: LIST_LIMITS.partBytes, ear })
  return heard.ok ? ok(styles) : heard
}

/** Texts that cells share. Readings that are printed above a text (`rPh`) are no part of it. */
async function stringsOf(file: GivenFile, entry: ZipEntry | undefined): Promise<Unpacked<readonly string[]>> {
  const strings: string[] = []
  if (entry === undefined) return ok(strings)
  let [text, inText, reading] = ['', false, false]
  const ear: XmlEar = {
    open: (tag) => {
      if (tag === 'si') text = ''
      else if (tag === 't') inText = !reading
      else if (tag === 'rPh') reading = true
    },
    close: (tag) => {
      if (tag === 'si') strings.push(unescaped(text))
      else if (tag === 't') inText = false
      else if (tag === 'rPh') reading = false
    },
    text: (more) => {
      if (inText) text += more
    },
  }
  const heard = await heardWhole(file, entry, { most: LIST_LIMITS.stringBytes, ear })
  return heard.ok ? ok(strings) : heard
}
