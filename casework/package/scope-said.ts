import type { Json } from '@corroborate/base'
import { fieldsOf } from '@corroborate/ledger'

/** What a line of the ledger says that a package was asked to be of. */
export interface ScopeSaid {
  readonly kind: string
  readonly recipient: string | null
  /** The ids that it names: of a report, or of findings. */
  readonly of: readonly string[]
}

export function scopeSaid(content: Json | null): ScopeSaid {
  const { kind, recipient, report, findings } = fieldsOf(fieldsOf(content ?? undefined)?.scope) ?? {}
  const named = Array.isArray(findings) ? findings.map(String) : []
  return {
    kind: typeof kind === 'string' ? kind : '',
    recipient: typeof recipient === 'string' ? recipient : null,
    of: typeof report === 'string' ? [report] : named,
  }
}
