import { digestOf, type InvestigationId } from '@corroborate/base'
import { fieldsOf, fromBase64, lineOf } from '@corroborate/ledger'

/**
 * Whether a sealed value says that it is of this investigation and of one of these records, and its ciphertext is the one that was signed.
 * Who signed it is for the browser that opens it: their keys need not be here.
 */
export function isSealedFor(
  line: string,
  {
    investigation,
    records,
  }: { readonly investigation: InvestigationId; readonly records: ReadonlySet<string> },
): boolean {
  const { statement, file } = fieldsOf(lineOf(line)) ?? {}
  const { investigation: of, record, ciphertext } = fieldsOf(statement) ?? {}
  if (of !== investigation || typeof record !== 'string' || !records.has(record)) return false
  const bytes = typeof file === 'string' ? fromBase64(file) : null
  return bytes !== null && digestOf(bytes) === ciphertext
}
