import { XmlDocument, XsdValidator } from 'libxml2-wasm'

/** What a schema says against a document; null where it is valid. */
export function invalidBy(schema: Uint8Array, document: string): string | null {
  const xsd = XmlDocument.fromBuffer(schema)
  const validator = XsdValidator.fromDoc(xsd)
  const read = XmlDocument.fromString(document)
  try {
    validator.validate(read)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    read.dispose()
    validator.dispose()
    xsd.dispose()
  }
}
