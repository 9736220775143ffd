import type { HiddenInFile, HiddenKind } from '@corroborate/disclosure'
import type { GivenFile } from '../bytes/given-file.ts'
import { attribute, heardWhole, type XmlEar } from '../bytes/heard-xml.ts'
import type { ZipEntry } from '../bytes/zip-directory.ts'

const MOST_PART = 64_000_000
const MOST_WORDS = 2_000

type Ear = (part: string, found: HiddenInFile[]) => XmlEar

/** Which parts of a document or workbook are listened to, and for what. ECMA-376-1; ODF 1.3, part 2. */
const PARTS: readonly (readonly [RegExp, Ear])[] = [
  [/^docProps\/(?:core|app|custom)[.]xml$|^meta[.]xml$/, everyWord('author-or-program')],
  [
    /^(?:word|ppt|xl)\/(?:.*\/)?(?:comments|threadedComment|commentsExtended|people|persons?)[^/]*[.]xml$/i,
    whole('comment'),
  ],
  [/^word\/(?:document|footnotes|endnotes|header|footer)\d*[.]xml$/, changes],
  [/^content[.]xml$/, openDocument],
  [/^xl\/workbook[.]xml$/, sheets],
  [/^xl\/worksheets\/[^/]*[.]xml$/, hiddenCells],
]

/** Parts whose being there is enough. */
const PRESENT: readonly (readonly [RegExp, HiddenKind])[] = [
  [/^docProps\/thumbnail[.]|^Thumbnails\//, 'thumbnail'],
  [/\/embeddings\/|^ObjectReplacements\/|\/externalLinks\//, 'attachment'],
  [/vbaProject[.]bin$|^Basic\/|^Scripts\//, 'script'],
]

/** What an office document holds that its pages do not show. Pictures in it are looked at by whoever asks, each for itself. */
export async function inspectOffice(
  file: GivenFile,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<readonly HiddenInFile[]> {
  const found: HiddenInFile[] = []
  for (const [name, entry] of entries) {
    for (const [pattern, kind] of PRESENT) if (pattern.test(name)) found.push({ kind, at: name, words: '' })
    const part = PARTS.find(([pattern]) => pattern.test(name))
    if (part === undefined) continue
    const heard = await heardWhole(file, entry, { most: MOST_PART, ear: part[1](name, found) })
    if (!heard.ok) found.push({ kind: 'not-readable', at: name, words: heard.found })
  }
  return found
}

/** Each element that has text is one finding. */
function everyWord(kind: HiddenKind): Ear {
  return (part, found) => {
    let [name, words] = ['', '']
    return {
      open: (tag, attributes) => {
        name =
          tag === 'property'
            ? (attribute(attributes, 'name') ?? tag)
            : /^(?:lpwstr|bstr|i4|bool|filetime)$/.test(tag)
              ? name
              : tag
        words = ''
      },
      text: (text) => (words += text),
      close: () => {
        if (words.trim() !== '') found.push({ kind, at: `${part}, ${name}`, words: shortened(words) })
        words = ''
      },
    }
  }
}

/** A part that is hidden whole: its words, and who wrote them. */
function whole(kind: HiddenKind): Ear {
  return (part, found) => {
    const heard: string[] = []
    let depth = 0
    return {
      open: (_, attributes) => {
        depth += 1
        const by = attribute(attributes, 'author') ?? attribute(attributes, 'displayName')
        if (by !== undefined) heard.push(by)
      },
      text: (text) => heard.push(text),
      close: () => {
        depth -= 1
        const words = shortened(heard.join(' '))
        if (depth === 0 && words !== '') found.push({ kind, at: part, words })
      },
    }
  }
}

const CHANGES = new Set(['ins', 'del', 'moveFrom', 'moveTo'])

/** Tracked changes with who made them, and text that is marked not to be shown. */
function changes(part: string, found: HiddenInFile[]): XmlEar {
  const open: { readonly by: string; words: string }[] = []
  let [inRun, hidden, words] = [false, false, '']
  return {
    open: (tag, attributes) => {
      if (CHANGES.has(tag)) open.push({ by: attribute(attributes, 'author') ?? '', words: '' })
      if (tag === 'r') [inRun, hidden, words] = [true, false, '']
      if (tag === 'vanish' && inRun) hidden = !/^(?:0|false|off)$/.test(attribute(attributes, 'val') ?? '1')
    },
    text: (text) => {
      if (inRun) words += text
      for (const change of open) change.words += text
    },
    close: (tag) => {
      if (tag === 'r') {
        if (hidden && words.trim() !== '')
          found.push({ kind: 'hidden-text', at: part, words: shortened(words) })
        inRun = false
      }
      if (!CHANGES.has(tag)) return
      const change = open.pop()
      if (change)
        found.push({ kind: 'revision', at: part, words: shortened(`${change.by}: ${change.words}`) })
    },
  }
}

/** An OpenDocument keeps its comments and changes in the text itself. */
function openDocument(part: string, found: HiddenInFile[]): XmlEar {
  const kinds: Readonly<Record<string, HiddenKind>> = { annotation: 'comment', 'changed-region': 'revision' }
  const open: { readonly kind: HiddenKind; words: string }[] = []
  return {
    open: (tag) => {
      const kind = kinds[tag]
      if (kind !== undefined) open.push({ kind, words: '' })
    },
    text: (text) => {
      for (const one of open) one.words += ` ${text}`
    },
    close: (tag) => {
      const one = kinds[tag] === undefined ? undefined : open.pop()
      if (one) found.push({ kind: one.kind, at: part, words: shortened(one.words) })
    },
  }
}

function sheets(part: string, found: HiddenInFile[]): XmlEar {
  return {
    open: (tag, attributes) => {
      const state = attribute(attributes, 'state') ?? attribute(attributes, 'hidden') ?? ''
      if ((tag === 'sheet' || tag === 'definedName') && /^(?:hidden|veryHidden|1|true)$/.test(state))
        found.push({ kind: 'hidden-sheet', at: part, words: attribute(attributes, 'name') ?? '' })
    },
    text: () => undefined,
    close: () => undefined,
  }
}

/** Rows and columns that are folded away; one finding for a sheet. */
function hiddenCells(part: string, found: HiddenInFile[]): XmlEar {
  let count = 0
  return {
    open: (tag, attributes) => {
      if ((tag === 'row' || tag === 'col') && /^(?:1|true)$/.test(attribute(attributes, 'hidden') ?? ''))
        count += 1
    },
    text: () => undefined,
    close: (tag) => {
      if (tag === 'worksheet' && count > 0) found.push({ kind: 'hidden-text', at: part, words: `${count}` })
    },
  }
}

function shortened(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS)
}
