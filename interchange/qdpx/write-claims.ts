import { wordsIn, type Locale } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { guidOf } from './carried.ts'
import type { ExchangedWork } from './exchanged-work.ts'
import { xml, xmlText } from './xml-out.ts'

interface VariableKind {
  readonly name: string
  readonly type: 'Text' | 'Float'
  /** Null where the claim does not say. */
  readonly of: (claim: Claim, named: Named) => string | number | null
}

/** Codes of sources and places, for people. */
export interface Named {
  readonly codeOf: (id: string) => string
}

/** A claim as other programs can sort and count it: one variable for each of its parts that has one value. */
const VARIABLES: readonly VariableKind[] = [
  { name: 'Claim: source', type: 'Text', of: ({ source }, { codeOf }) => codeOf(source) },
  { name: 'Claim: topic', type: 'Text', of: ({ topic }) => topic },
  { name: 'Claim: mode', type: 'Text', of: ({ mode }) => mode },
  { name: 'Claim: when (EDTF)', type: 'Text', of: ({ when }) => when?.edtf ?? null },
  {
    name: 'Claim: place',
    type: 'Text',
    of: ({ place }, { codeOf }) => (place === null ? null : codeOf(place)),
  },
  { name: 'Claim: at least', type: 'Float', of: ({ quantity }) => quantity?.min ?? null },
  { name: 'Claim: at most', type: 'Float', of: ({ quantity }) => quantity?.max ?? null },
  { name: 'Claim: number as said', type: 'Text', of: ({ quantity }) => quantity?.said ?? null },
  { name: 'Claim: unit', type: 'Text', of: ({ quantity }) => quantity?.unit ?? null },
  { name: 'Claim: pattern as said', type: 'Text', of: ({ pattern }) => pattern?.said ?? null },
  { name: 'Claim: basis', type: 'Text', of: ({ basis }) => basis.kind },
  { name: 'Claim: certainty', type: 'Text', of: ({ certainty }) => certainty },
  { name: 'Claim: polarity', type: 'Text', of: ({ polarity }) => polarity },
  { name: 'Claim: coder', type: 'Text', of: ({ coder }) => coder },
  { name: 'Claim: second coder', type: 'Text', of: ({ secondCoder }) => secondCoder },
  { name: 'Claim: status', type: 'Text', of: ({ status }) => status },
]

export function claimVariables({ claims }: ExchangedWork): readonly string[] {
  if (claims.length === 0) return []
  return VARIABLES.map(({ name, type }) =>
    xml('Variable', { guid: guidOf.variable(name), name, typeOfVariable: type }),
  )
}

/** Each claim as a case, with its variables, its texts and its passages. */
export function claimCases(
  { claims, passages }: ExchangedWork,
  { locale, codeOf }: Named & { readonly locale: Locale },
): readonly string[] {
  const textOf = new Map(passages.map(({ id, text }) => [id, text]))
  return claims.map((claim) => {
    const texts = new Set(claim.passages.flatMap((id) => textOf.get(id) ?? []))
    return xml(
      'Case',
      { guid: claim.id, name: claim.code },
      xml('Description', {}, xmlText(wordsIn(locale, claim.proposition))),
      ...VARIABLES.flatMap((variable) => valueOf(variable, variable.of(claim, { codeOf }))),
      ...[...texts].map((targetGUID) => xml('SourceRef', { targetGUID })),
      ...claim.passages.map((targetGUID) => xml('SelectionRef', { targetGUID })),
    )
  })
}

function valueOf({ name, type }: VariableKind, value: string | number | null): readonly string[] {
  if (value === null) return []
  const said = typeof value === 'number' ? decimal(value) : value
  const ref = xml('VariableRef', { targetGUID: guidOf.variable(name) })
  return [xml('VariableValue', {}, ref, xml(`${type}Value`, {}, xmlText(said)))]
}

/** As xsd:decimal is written: without an exponent. The note of the claim has the number itself. */
function decimal(value: number): string {
  const written = String(value)
  return written.includes('e') ? String(BigInt(Math.round(value))) : written
}
