import type { Finding, FindingKind } from '@corroborate/findings'
import type { z } from 'zod'
import { entries, idOf, refer, type Located, type Opened, type Reading } from './reading.ts'
import { findingShape } from './record-shapes.ts'

type RawFinding = z.infer<typeof findingShape>

export function readFindings(reading: Reading, opened: Opened): readonly Finding[] {
  return entries(reading, findingShape, opened.get('findings')).map((found) => {
    const { value, placeOf } = found
    return {
      id: idOf(reading, 'finding', value.code),
      code: value.code,
      kind: kindOf(reading, found),
      proposition: value.proposition,
      claimsFor: value['claims-for'].map((code, index) =>
        refer(reading, 'claim', { code, place: () => placeOf(['claims-for', index]) }),
      ),
      claimsAgainst: (value['claims-against'] ?? []).map(({ claim, dismissed }, index) => ({
        claim: refer(reading, 'claim', {
          code: claim,
          place: () => placeOf(['claims-against', index, 'claim']),
        }),
        dismissed: dismissed ?? null,
      })),
      standardOfProof: value['standard-of-proof'] ?? null,
      reasons: value.reasons ?? null,
      signer: value.signer ?? null,
      version: value.version ?? 1,
      elements: value.elements ?? [],
    }
  })
}

function kindOf(reading: Reading, { value, placeOf }: Located<RawFinding>): FindingKind {
  const { kind, to, beneath } = value
  if (kind !== 'attribution') return { kind }
  const source = refer(reading, 'source', { code: to ?? '', place: () => placeOf(['to']) })
  // The shape asks an attribution for both.
  return { kind, to: source, beneath: beneath ?? value.proposition }
}
