import { ok } from '@corroborate/base'
import { stretchOf, type GivenFile } from '../bytes/given-file.ts'
import { broken, type Unpacked } from '../bytes/unpacked.ts'
import { unfolded, zipDirectory, type ZipEntry } from '../bytes/zip-directory.ts'
import { BY_THE_STANDARD, type Counting } from './counting.ts'
import {
  exchangeFault,
  unpackedFault,
  type ExchangeFault,
  type ExchangeRefusal,
  type ExchangeWarning,
} from './exchange-fault.ts'
import type { QdaCase, QdaLink, QdaNote, QdaProject, QdaSet, QdaUser, QdaVariable } from './qda-project.ts'
import { guidFrom, memoOf, ownGuid, reference, targetsOf, type QdaReading } from './qda-reading.ts'
import { readQdaCodes } from './read-qda-codes.ts'
import { readQdaTexts } from './read-qda-texts.ts'
import { NO_FILES, sourceFiles, type SourceFiles } from './source-files.ts'
import { ORIGIN } from './carried.ts'
import { childOf, childrenOf, textIn, xmlTree, type XmlElement } from './xml-tree.ts'

/** A project or code book as it was read, with everything that was set aside; or why none of it was. */
export type QdpxRead =
  | {
      readonly ok: true
      readonly project: QdaProject
      readonly warnings: readonly ExchangeFault<ExchangeWarning>[]
    }
  | { readonly ok: false; readonly fault: ExchangeFault<ExchangeRefusal> }

const QDPX_LIMITS = { fileBytes: 4_000_000_000, projectBytes: 128_000_000 } as const

/**
 * Reads what programs for qualitative analysis exchange, leniently: an archive (`.qdpx`) with one `*.qde` at its root, whatever it is called; or
 * a bare project (`.qde`) or code book (`.qdc`). What REFI-QDA 1.0 says and programs do not is put right where that is certain, set aside where it
 * is not, and told each time.
 * @param said how the file counts positions, if somebody knows; null to go by quotations, and ask where they do not decide
 */
export async function readQdpx(file: GivenFile, said: Counting | null): Promise<QdpxRead> {
  const refused = (fault: ExchangeFault<ExchangeRefusal>): QdpxRead => ({ ok: false, fault })
  if (file.size > QDPX_LIMITS.fileBytes)
    return refused(
      exchangeFault(
        'file-too-large',
        { file: file.name, place: null },
        {
          expected: `at most ${QDPX_LIMITS.fileBytes} bytes`,
          found: `${file.size}`,
        },
      ),
    )
  const opened = await openProject(file)
  if (!opened.ok) return refused(opened.fault)
  const { root, files } = opened
  if (root.name !== 'Project' && root.name !== 'CodeBook')
    return refused(
      exchangeFault(
        'not-a-project',
        { file: file.name, place: null },
        {
          expected: 'a project or code book of REFI-QDA',
          found: `XML that begins with “${root.name}”`,
        },
      ),
    )
  return readRoot({ file: file.name, root, files, said })
}

type Opened =
  | { readonly ok: true; readonly root: XmlElement; readonly files: SourceFiles }
  | { readonly ok: false; readonly fault: ExchangeFault<ExchangeRefusal> }

async function openProject(file: GivenFile): Promise<Opened> {
  const [first, second] = await stretchOf(file, 0, 2)
  const isArchive = first === 0x50 && second === 0x4b
  if (!isArchive) return grown(file, orArchive(await xmlTree(file.name, bareBytes(file))), NO_FILES)
  const directory = await zipDirectory(file)
  if (!directory.ok) return { ok: false, fault: unpackedFault(file.name, directory) }
  const projects = [...directory.value.values()].filter(({ name }) => /^[^/\\]+[.]qde$/i.test(name))
  const [entry, another] = projects
  if (entry === undefined || another !== undefined) return { ok: false, fault: notOne(file.name, projects) }
  const tree = await xmlTree(entry.name, unfolded(file, entry, QDPX_LIMITS.projectBytes))
  return grown(file, tree, sourceFiles(file, directory.value))
}

/** What does not begin as an archive may have been meant as one. */
function orArchive(tree: Unpacked<XmlElement>): Unpacked<XmlElement> {
  return tree.ok || tree.reason !== 'broken' ? tree : broken(`an archive, or ${tree.expected}`, tree.found)
}

function grown(file: GivenFile, tree: Unpacked<XmlElement>, files: SourceFiles): Opened {
  return tree.ok
    ? { ok: true, root: tree.value, files }
    : { ok: false, fault: unpackedFault(file.name, tree) }
}

function notOne(file: string, projects: readonly ZipEntry[]): ExchangeFault<ExchangeRefusal> {
  const names = projects.map(({ name }) => `“${name}”`).join(', ')
  return exchangeFault(
    projects.length === 0 ? 'no-project' : 'several-projects',
    { file, place: null },
    {
      expected: 'one project (*.qde) at the root of the archive',
      found: projects.length === 0 ? 'none' : names,
    },
  )
}

async function* bareBytes(file: GivenFile): AsyncGenerator<Unpacked<Uint8Array>, void> {
  if (file.size > QDPX_LIMITS.projectBytes) {
    yield {
      ...{ ok: false, reason: 'unfolds', found: 'more' },
      expected: `at most ${QDPX_LIMITS.projectBytes} bytes`,
    }
    return
  }
  for await (const piece of file.read(0, file.size)) yield ok(piece)
}

interface Root {
  readonly file: string
  readonly root: XmlElement
  readonly files: SourceFiles
  readonly said: Counting | null
}

async function readRoot({ file, root, files, said }: Root): Promise<QdpxRead> {
  const reading: QdaReading = { file, warnings: [], taken: new Set(), notes: new Map() }
  const isBook = root.name === 'CodeBook'
  const origin = root.attributes.origin ?? null
  const users = childrenOf(childOf(root, 'Users'), 'User').map((user): QdaUser => {
    return { guid: ownGuid(reading, user), name: user.attributes.name ?? null }
  })
  const notes = await readNotes(reading, childOf(root, 'Notes'), files)
  const codes = readQdaCodes(reading, isBook ? root : childOf(root, 'CodeBook'))
  const counting = origin === ORIGIN ? BY_THE_STANDARD : said
  const known = new Set(codes.map(({ guid }) => guid))
  const texts = await readQdaTexts({ reading, files, codes: known, said: counting }, childOf(root, 'Sources'))
  const project: QdaProject = {
    ...{ name: root.attributes.name ?? file, origin, users, codes, ...texts, notes },
    links: childrenOf(childOf(root, 'Links'), 'Link').map((link) => linkFrom(reading, link)),
    sets: childrenOf(childOf(root, 'Sets'), 'Set').map((set) => setFrom(reading, set)),
    variables: childrenOf(childOf(root, 'Variables'), 'Variable').map((one) => variableFrom(reading, one)),
    cases: childrenOf(childOf(root, 'Cases'), 'Case').map((one) => caseFrom(reading, one)),
  }
  return { ok: true, project, warnings: reading.warnings }
}

/** Notes first: memos of all the rest refer to them. */
async function readNotes(
  reading: QdaReading,
  notes: XmlElement | undefined,
  files: SourceFiles,
): Promise<readonly QdaNote[]> {
  const read: QdaNote[] = []
  for (const note of childrenOf(notes, 'Note')) {
    const guid = ownGuid(reading, note)
    const { name = null, plainTextPath } = note.attributes
    const found = plainTextPath === undefined ? ok(null) : await files.text(plainTextPath)
    const inFile = found.ok ? found.value : null
    const content = inFile ?? textIn(note, 'PlainTextContent') ?? textIn(note, 'Description') ?? ''
    reading.notes.set(guid, content)
    read.push({ guid, name, content })
  }
  return read
}

function linkFrom(reading: QdaReading, link: XmlElement): QdaLink {
  const { name = null, direction = null, originGUID, targetGUID } = link.attributes
  return {
    guid: ownGuid(reading, link),
    name,
    direction,
    from: reference(originGUID),
    to: reference(targetGUID),
  }
}

function setFrom(reading: QdaReading, set: XmlElement): QdaSet {
  const members = targetsOf(set, 'MemberCode', 'MemberSource', 'MemberNote')
  return { guid: ownGuid(reading, set), name: set.attributes.name ?? '', members }
}

function variableFrom(reading: QdaReading, { attributes, ...rest }: XmlElement): QdaVariable {
  const { name = '', typeOfVariable: type = 'Text' } = attributes
  return { guid: ownGuid(reading, { attributes, ...rest }), name, type }
}

function caseFrom(reading: QdaReading, element: XmlElement): QdaCase {
  const values = childrenOf(element, 'VariableValue').flatMap((value) => {
    const said = value.children.find(({ name }) => name.endsWith('Value'))
    const variable = guidFrom(childOf(value, 'VariableRef')?.attributes.targetGUID)
    return said === undefined ? [] : [{ variable, value: said.text }]
  })
  return {
    guid: ownGuid(reading, element),
    ...{ name: element.attributes.name ?? null, memo: memoOf(reading, element), values },
    codes: targetsOf(element, 'CodeRef'),
    sources: targetsOf(element, 'SourceRef'),
    selections: targetsOf(element, 'SelectionRef'),
  }
}
