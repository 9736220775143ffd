import type { GivenFile } from '../bytes/given-file.ts'
import { heardWhole, type XmlEar } from '../bytes/heard-xml.ts'
import type { NotUnpacked, Unpacked } from '../bytes/unpacked.ts'
import type { ZipEntry } from '../bytes/zip-directory.ts'
import { textFault, WHOLE, type TextFault } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import type { Paragraph } from './turns-of-paragraphs.ts'
import type { TableRow } from './turns-of-rows.ts'

/** A document that is an archive of parts. */
export interface Archive {
  readonly file: GivenFile
  readonly entries: ReadonlyMap<string, ZipEntry>
}

/** What a document holds, in its order. */
export interface DocumentRead {
  readonly paragraphs: readonly Paragraph[]
  /** Those of them that stand in no table. */
  readonly outside: readonly Paragraph[]
  readonly rows: readonly TableRow[]
  readonly warnings: readonly TextFault[]
}

/** Hears a part of a document; not at all where there is none. */
export async function hearPart(
  { file, entries }: Archive,
  name: string,
  ear: XmlEar,
): Promise<Unpacked<null>> {
  const entry = entries.get(name)
  if (entry === undefined) return { ok: true, value: null }
  return heardWhole(file, entry, { most: TEXT_LIMITS.partBytes, ear })
}

export function documentFault(file: string, { reason, expected, found }: NotUnpacked): TextFault {
  return textFault(`document-${reason}`, { file, ...WHOLE }, { expected, found })
}
