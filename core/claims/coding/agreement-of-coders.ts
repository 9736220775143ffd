import { cohenKappa, ok, refuse, type CodeId, type Kappa, type Outcome } from '@corroborate/base'
import { codeInForce, type Code, type Turn } from '@corroborate/testimony'
import { unitizedAlpha, type Unit, type UnitizedAgreement } from './unitized-alpha.ts'

/** A stretch of a text to which a coder gave a code. */
export interface CodedStretch {
  /** Code points, the end excluded. */
  readonly start: number
  readonly end: number
  readonly code: CodeId
  readonly coder: string
  /** When it was given: ISO 8601. */
  readonly at: string
}

/** The codings of one text by all its coders, and the codes of its investigation. */
export interface CodedText {
  /** In code points. */
  readonly length: number
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly codings: readonly CodedStretch[]
  /** When its coders were shown each other's codings; null before that. Only what was coded before is a second opinion. */
  readonly openedAt: string | null
}

/** Whose codings are compared, under which code with all that is below it. */
export interface Compared {
  readonly coders: readonly string[]
  readonly code: CodeId
}

/**
 * How far coders agree on a branch of the code system in one text, over blind codings only. The branch is taken one level below
 * `code`: each child with all below it is one value, and `code` itself another.
 * @returns as `unitizedAlpha`; `overlap` where one coder gave two of these to one place
 */
export function agreementOfCoders(
  text: CodedText,
  compared: Compared,
): Outcome<UnitizedAgreement, 'one-coder' | 'overlap' | 'out-of-range'> {
  const valueOf = valuesOfBranch(text, compared.code)
  const coders = compared.coders.map((coder) =>
    joined(blindUnits(text, coder).flatMap((unit) => withValue(unit, valueOf))),
  )
  return unitizedAlpha({ length: text.length, coders })
}

/**
 * Cohen's kappa of two coders over the turns of a text: whether a turn has a stretch with the code, or one below it. For
 * questions of yes and no, where the edges of stretches are beside the point.
 */
export function kappaOverTurns(
  text: CodedText,
  compared: {
    readonly coders: readonly [string, string]
    readonly code: CodeId
    readonly turns: readonly Turn[]
  },
): Outcome<Kappa, 'nothing-in-common' | 'nothing-to-agree-on'> {
  const below = new Set(codesBelow(text, compared.code))
  const [first = [], second = []] = compared.coders.map((coder) =>
    blindUnits(text, coder).filter(({ value }) => below.has(value)),
  )
  const table = [
    [0, 0],
    [0, 0],
  ]
  const has = (units: readonly Unit<CodeId>[], turn: Turn) =>
    units.some(({ start, end }) => start < turn.end && turn.start < end)
  for (const turn of compared.turns) {
    const row = table[has(first, turn) ? 1 : 0] ?? []
    const at = has(second, turn) ? 1 : 0
    row[at] = (row[at] ?? 0) + 1
  }
  return cohenKappa(table)
}

/** A stretch on which coders differ, and what each of them said there. */
export interface Disagreement {
  readonly start: number
  readonly end: number
  /**
   * `edges`: the same codes stand beside it with all, only their ends differ; `codes`: all coded it, otherwise; `coded`: some did and some
   * did not.
   */
  readonly kind: 'edges' | 'codes' | 'coded'
  readonly said: readonly { readonly coder: string; readonly codes: readonly CodeId[] }[]
}

/**
 * Where coders of a text differ, in its order, as a list to work through: stretches as long as nobody's codes change. Refused until
 * the text is opened: before, nobody is to see what the others coded.
 */
export function disagreementsIn(
  text: CodedText,
  coders: readonly string[],
): Outcome<readonly Disagreement[], 'not-opened'> {
  if (text.openedAt === null)
    return refuse('not-opened', 'coders are not shown each other’s codings before the text is opened')
  const byCoder = coders.map((coder) => ({ coder, units: unitsOf(text, coder) }))
  const edges = [
    ...new Set(byCoder.flatMap(({ units }) => units.flatMap(({ start, end }) => [start, end]))),
  ].sort((a, b) => a - b)
  const stretches = edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1] ?? start
    const said = byCoder.map(({ coder, units }) => ({ coder, codes: codesAt(units, start) }))
    return { start, end, said }
  })
  return ok(
    stretches.flatMap((stretch, at) => {
      if (allAlike(stretch.said)) return []
      const beside = [stretches[at - 1], stretches[at + 1]].filter((one) => one !== undefined)
      return [{ ...stretch, kind: kindOf(stretch, beside) }]
    }),
  )
}

type Stretch = Omit<Disagreement, 'kind'>

function kindOf({ said }: Stretch, beside: readonly Stretch[]): Disagreement['kind'] {
  const codes = said.flatMap((one) => one.codes)
  const isEdge = beside.some(
    (other) =>
      allAlike(other.said) && codes.length > 0 && codes.every((code) => other.said[0]?.codes.includes(code)),
  )
  if (isEdge) return 'edges'
  return said.every((one) => one.codes.length > 0) ? 'codes' : 'coded'
}

function allAlike(said: Stretch['said']): boolean {
  const [first, ...others] = said.map(({ codes }) => codes.join(' '))
  return others.every((other) => other === first)
}

function codesAt(units: readonly Unit<CodeId>[], at: number): readonly CodeId[] {
  return [
    ...new Set(units.filter(({ start, end }) => start <= at && at < end).map(({ value }) => value)),
  ].sort()
}

function unitsOf({ codes, codings }: CodedText, coder: string): readonly Unit<CodeId>[] {
  return codings
    .filter((coding) => coding.coder === coder)
    .map(({ start, end, code }) => ({ start, end, value: codeInForce(codes, code) }))
}

function blindUnits(text: CodedText, coder: string): readonly Unit<CodeId>[] {
  const { codings, openedAt } = text
  return unitsOf({ ...text, codings: codings.filter(({ at }) => openedAt === null || at < openedAt) }, coder)
}

/** A code with all that is below it in the tree, itself first. */
export function codesBelow({ codes }: Pick<CodedText, 'codes'>, code: CodeId): readonly CodeId[] {
  const below = [code]
  for (const one of below)
    for (const { id, within, mergedInto } of codes.values())
      if (within === one && mergedInto === null && !below.includes(id)) below.push(id)
  return below
}

/** The value of each code of a branch: itself at the top, otherwise the child of the top that it is or lies below. */
function valuesOfBranch(text: CodedText, top: CodeId): ReadonlyMap<CodeId, CodeId> {
  const values = new Map<CodeId, CodeId>([[top, top]])
  for (const { id, within, mergedInto } of text.codes.values())
    if (within === top && mergedInto === null) for (const code of codesBelow(text, id)) values.set(code, id)
  return values
}

function withValue(unit: Unit<CodeId>, values: ReadonlyMap<CodeId, CodeId>): readonly Unit[] {
  const value = values.get(unit.value)
  return value === undefined ? [] : [{ ...unit, value }]
}

/** Stretches of one value that lie over each other are one. */
function joined(units: readonly Unit[]): readonly Unit[] {
  const all: Unit[] = []
  for (const unit of units.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const at = all.findLastIndex(({ value, end }) => value === unit.value && unit.start < end)
    const before = all[at]
    if (before === undefined) all.push(unit)
    else all[at] = { ...before, end: Math.max(before.end, unit.end) }
  }
  return all
}
