import { derivedId } from '@corroborate/base'
import { quoted } from '../folder/mistake.ts'
import { exchangeFault, type ExchangeFault, type ExchangeWarning } from './exchange-fault.ts'
import { childrenOf, textIn, type XmlElement } from './xml-tree.ts'

/** What is at hand while a project is read. */
export interface QdaReading {
  readonly file: string
  readonly warnings: ExchangeFault<ExchangeWarning>[]
  /** The GUIDs that stand for something already. */
  readonly taken: Set<string>
  /** What the notes say, by GUID: memos refer to them. */
  readonly notes: Map<string, string>
}

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** A GUID as we compare them: in small letters, without braces. */
export function guidFrom(written: string | undefined): string {
  return (written ?? '')
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1')
}

/**
 * The GUID of an element. One that is used already or is none gets another in its place, the same at each reading; what refers to it
 * means the first that had it.
 */
export function ownGuid(reading: QdaReading, element: XmlElement): string {
  const written = guidFrom(element.attributes.guid)
  const isGuid = GUID.test(written)
  if (isGuid && !reading.taken.has(written)) {
    reading.taken.add(written)
    return written
  }
  if (isGuid) warn(reading, 'guid-twice', element, ['a GUID of its own', `${written}, which is used before`])
  else warn(reading, 'guid-malformed', element, ['a GUID', written === '' ? 'none' : quoted(written)])
  for (let nth = 1; ; nth++) {
    const guid: string = derivedId('qda-element', written, element.name, String(nth))
    if (reading.taken.has(guid)) continue
    reading.taken.add(guid)
    return guid
  }
}

export function warn(
  reading: QdaReading,
  reason: ExchangeWarning,
  element: XmlElement,
  [expected, found]: readonly [expected: string, found: string],
): void {
  const { name, attributes } = element
  const which = attributes.name === undefined ? (attributes.guid ?? '') : quoted(attributes.name)
  const place = `${name} ${which}`.trim()
  reading.warnings.push(exchangeFault(reason, { file: reading.file, place }, { expected, found }))
}

/** What is said of an element: its description, and the notes that it refers to. */
export function memoOf(reading: QdaReading, element: XmlElement): string | null {
  const notes = childrenOf(element, 'NoteRef').flatMap(
    ({ attributes }) => reading.notes.get(guidFrom(attributes.targetGUID)) ?? [],
  )
  const said = [textIn(element, 'Description'), ...notes].filter((words) => words !== null)
  return said.length === 0 ? null : said.join('\n\n')
}

/** A reference to something by its GUID, null where there is none. */
export function reference(written: string | undefined): string | null {
  const guid = guidFrom(written)
  return guid === '' ? null : guid
}

/** What children of a kind refer to. */
export function targetsOf(element: XmlElement, ...names: readonly string[]): readonly string[] {
  return childrenOf(element, ...names).map(({ attributes }) =>
    guidFrom(attributes.targetGUID ?? attributes.guid),
  )
}
