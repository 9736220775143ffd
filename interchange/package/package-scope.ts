import { parseId, type FindingId, type ReportId } from '@corroborate/base'
import { RECIPIENTS, type Recipient } from '@corroborate/testimony'

/** What a package is asked to hold. */
export type PackageScope =
  /** Everything of an investigation: for another instance, or to be kept. */
  | { readonly kind: 'investigation' }
  /** One report with its grounds, as far as everybody may be told them. */
  | { readonly kind: 'report'; readonly report: ReportId }
  /** What a body outside asked for: findings with all that carries them, as far as each witness allows it for that body. */
  | {
      readonly kind: 'request'
      readonly recipient: Exclude<Recipient, 'own-team'>
      readonly findings: readonly FindingId[]
    }

/** What goes to somebody who is not of the team: it is checked before. */
export type OutsideScope = Exclude<PackageScope, { readonly kind: 'investigation' }>

/** Whose consent to what is told of them is asked for. */
export function recipientOf(scope: OutsideScope): OutsideRecipient {
  return scope.kind === 'report' ? 'public' : scope.recipient
}

type OutsideRecipient = Exclude<Recipient, 'own-team'>

/** A scope in one word, the same for the same scope whatever the order of its findings: `report.ID`, `request.RECIPIENT.ID.ID`. */
export function nameOfScope(scope: OutsideScope): string {
  return scope.kind === 'report'
    ? `report.${scope.report}`
    : ['request', scope.recipient, ...[...scope.findings].sort()].join('.')
}

/** The scope that has this name; null where none can have it. */
export function scopeNamed(name: string): OutsideScope | null {
  const [kind, first = '', ...others] = name.split('.')
  if (kind === 'report') {
    const report = parseId<'report'>(first)
    return report === null || others.length > 0 ? null : { kind, report }
  }
  const recipient = OUTSIDE.find((one) => one === first)
  const findings = others.map((id) => parseId<'finding'>(id)).filter((id) => id !== null)
  return kind !== 'request' ||
    recipient === undefined ||
    findings.length === 0 ||
    findings.length < others.length
    ? null
    : { kind, recipient, findings }
}

const OUTSIDE: readonly OutsideRecipient[] = RECIPIENTS.filter((one) => one !== 'own-team')
