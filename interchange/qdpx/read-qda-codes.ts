import type { QdaCode } from './qda-project.ts'
import { memoOf, ownGuid, warn, type QdaReading } from './qda-reading.ts'
import { childOf, childrenOf, type XmlElement } from './xml-tree.ts'

/** The code tree under a `CodeBook`, each code before those within it. */
export function readQdaCodes(reading: QdaReading, book: XmlElement | undefined): readonly QdaCode[] {
  const codes: QdaCode[] = []
  const readAll = (parent: XmlElement | undefined, within: string | null): void => {
    const names = new Set<string>()
    for (const element of childrenOf(parent, 'Code')) {
      const { name = '', isCodable = 'true', color = null } = element.attributes
      const guid = ownGuid(reading, element)
      if (names.has(name))
        warn(reading, 'name-twice', element, [
          'codes of one place to have names of their own',
          'two of this name; both are kept',
        ])
      names.add(name)
      codes.push({
        ...{ guid, name, within, color, memo: memoOf(reading, element) },
        isCodable: !/^(?:false|0)$/i.test(isCodable.trim()),
      })
      readAll(element, guid)
    }
  }
  readAll(childOf(book, 'Codes'), null)
  return codes
}
