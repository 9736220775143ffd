import { ok, refuse, type CodeId, type InvestigationId, type Outcome, type TextId } from '@corroborate/base'
import {
  agreementOfCoders,
  codesBelow,
  disagreementsIn,
  kappaOverTurns,
  type CodedText,
} from '@corroborate/claims'
import { codePointLength, sliceCodePoints, type Text } from '@corroborate/testimony'
import { codes, codingOpened, codingsOfText, passagesOf, textById, type Db } from '@corroborate/store'
import type { AgreementView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

interface AgreementAsked {
  readonly investigation: InvestigationId
  readonly text: TextId
  /** The branch that is compared. */
  readonly code: CodeId
}

/**
 * How far do the coders of a text agree on a branch of the codes, and where do they not?
 * @returns `not-opened` while its coders are blind to each other: not even how far they agree is told before
 */
export function readAgreement(
  reader: Reader,
  { investigation, text: id, code }: AgreementAsked,
): Promise<Outcome<AgreementView, 'not-opened'> | null> {
  return readingIn(reader, investigation, async (db) => {
    const text = await textById(db, investigation, id)
    const coded = text && (await codedText(db, investigation, text))
    if (!text || !coded?.codes.has(code)) return null
    if (coded.openedAt === null)
      return refuse('not-opened', 'How far coders agree is told once the coding of the text is opened.')
    const branch = new Set(codesBelow(coded, code))
    const under = { ...coded, codings: coded.codings.filter((one) => branch.has(one.code)) }
    const names = new Map(coded.names)
    const coders = [...names.keys()]
    const differing = disagreementsIn(under, coders)
    return ok({
      text: { id: text.id, code: text.code, title: text.title },
      coders: coders.map((coder) => names.get(coder) ?? coder),
      alpha: agreementOfCoders(coded, { coders, code }),
      kappas: pairsOf(coders).map((pair) => ({
        coders: [names.get(pair[0]) ?? '', names.get(pair[1]) ?? ''] as const,
        kappa: kappaOverTurns(coded, { coders: pair, code, turns: text.turns }),
      })),
      differing: (differing.ok ? differing.value : []).map(({ start, end, kind, said }) => ({
        ...{ start, end, kind, exact: sliceCodePoints(text.content, start, end) },
        said: said.map((one) => ({ by: names.get(one.coder) ?? '', codes: one.codes })),
      })),
    })
  })
}

function pairsOf(coders: readonly string[]): readonly (readonly [string, string])[] {
  return coders.flatMap((first, at) => coders.slice(at + 1).map((second) => [first, second] as const))
}

/** A text as its coders coded it, with their names. */
async function codedText(
  db: Db,
  investigation: InvestigationId,
  text: Text,
): Promise<CodedText & { readonly names: ReadonlyMap<string, string> }> {
  const passages = new Map((await passagesOf(db, investigation, text.id)).map((one) => [one.id, one]))
  const codings = await codingsOfText(db, investigation, text.id)
  return {
    length: codePointLength(text.content),
    codes: await codes(db, investigation),
    codings: codings.flatMap(({ passage, code, coder, at }) => {
      const stretch = passages.get(passage)
      return stretch === undefined ? [] : [{ start: stretch.start, end: stretch.end, code, coder, at }]
    }),
    openedAt: (await codingOpened(db, investigation, text.id))?.at ?? null,
    names: new Map(codings.map(({ coder, by }) => [coder, by])),
  }
}
