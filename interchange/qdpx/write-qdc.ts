import { ok, refuse, type Locale, type Outcome } from '@corroborate/base'
import type { Code } from '@corroborate/testimony'
import { ORIGIN } from './carried.ts'
import { description, writeCodes } from './write-codes.ts'
import { xml, xmlDocument } from './xml-out.ts'

/**
 * A code system as a code book of REFI-QDA 1.0 (`.qdc`): the tree, names in one language, memos as descriptions. Keys and second languages have
 * no place there. Same codes, same bytes.
 * @returns `no-codes`: the format has no code book without a code
 */
export function writeQdc(codes: readonly Code[], locale: Locale): Outcome<string, 'no-codes'> {
  if (codes.length === 0) return refuse('no-codes', 'a code book has a code at least; this has none')
  const written = writeCodes(codes, { locale, about: description })
  const attributes = { xmlns: 'urn:QDA-XML:codebook:1.0', origin: ORIGIN }
  return ok(xmlDocument(xml('CodeBook', attributes, xml('Codes', {}, ...written))))
}
