import type { FindingId, Words } from '@corroborate/base'
import { STANDARDS_OF_PROOF, type Finding, type StandardOfProof } from '../finding.ts'
import type { Standing } from '../standing.ts'
import { isContext, type Crime, type ElementOfCrime } from './crimes.ts'

/** A person tied a finding to an element, for one incident; context elements have none. */
export interface Tie {
  /** An element's id, or the key that several elements share. */
  readonly element: string
  readonly incident: string | null
  readonly finding: FindingId
}

/** By which standard a person judges an element, and why the findings meet it or do not. */
export interface StandardChoice {
  readonly element: string
  readonly incident: string | null
  readonly standard: StandardOfProof
  readonly reasons: Words
  readonly by: string
}

/**
 * What the findings make of an element. Never whether anybody is to answer for it.
 * - contradicted: a finding beneath is, by a contrary account that nobody has answered;
 * - missing: nothing beneath carries it;
 * - met: a finding beneath is corroborated and signed at the standard that a person chose with reasons, or a higher one;
 * - arguable: all else.
 */
export type ElementState = 'met' | 'arguable' | 'missing' | 'contradicted'

/** Why an element is only arguable. */
export type Lacking = 'corroboration' | 'signature' | 'standard' | 'choice'

export interface ElementCell {
  /** The key of a shared element, otherwise its id. */
  readonly key: string
  readonly element: ElementOfCrime
  /** The articles and numbers it stands for: `7(1)(f) 4`. */
  readonly numbers: readonly string[]
  readonly incident: string | null
  readonly state: ElementState
  readonly lacking: readonly Lacking[]
  readonly findings: readonly FindingId[]
  readonly choice: StandardChoice | null
}

export interface ElementsTable {
  /** Proved once for the investigation. */
  readonly context: readonly ElementCell[]
  readonly incidents: readonly { readonly incident: string; readonly cells: readonly ElementCell[] }[]
}

export interface Qualification {
  readonly crimes: readonly Crime[]
  readonly incidents: readonly string[]
  readonly ties: readonly Tie[]
  readonly choices: readonly StandardChoice[]
  readonly findings: ReadonlyMap<FindingId, Finding>
  readonly standings: ReadonlyMap<FindingId, Standing>
}

/** The elements of the chosen crimes against the findings: context once, the others for each incident. */
export function elementsTable(of: Qualification): ElementsTable {
  const rows = rowsOf(of.crimes)
  const cells = (incident: string | null) =>
    rows
      .filter(({ element }) => isContext(element) === (incident === null))
      .map((row) => cellOf(of, row, incident))
  return {
    context: cells(null),
    incidents: of.incidents.map((incident) => ({ incident, cells: cells(incident) })),
  }
}

type Row = Pick<ElementCell, 'key' | 'element' | 'numbers'>

/** Shared elements are one row, at the place of the first. */
function rowsOf(crimes: readonly Crime[]): readonly Row[] {
  const rows = new Map<string, Row>()
  for (const { article, elements } of crimes)
    for (const element of elements) {
      const key = element.shared ?? element.id
      const row = rows.get(key) ?? { key, element, numbers: [] }
      rows.set(key, { ...row, numbers: [...row.numbers, `${article} ${String(element.number)}`] })
    }
  return [...rows.values()]
}

/** Whether the table of these crimes has this cell: a row by its key, once for the investigation or for an incident. */
export function isCellOf(
  crimes: readonly Crime[],
  { element, incident }: Pick<Tie, 'element' | 'incident'>,
): boolean {
  return rowsOf(crimes).some((row) => row.key === element && isContext(row.element) === (incident === null))
}

/** Where a finding was tied: elements of the chosen crimes, with the incident where they are held for one. */
export function elementsTiedTo(
  finding: FindingId,
  { crimes, ties }: Pick<Qualification, 'crimes' | 'ties'>,
): readonly Pick<ElementCell, 'element' | 'numbers' | 'incident'>[] {
  const rows = rowsOf(crimes)
  return ties
    .filter((tie) => tie.finding === finding)
    .flatMap(({ element: tied, incident }) =>
      rows
        .filter(({ key, element }) => tied === key || tied === element.id)
        .map(({ element, numbers }) => ({ element, numbers, incident })),
    )
}

function cellOf(of: Qualification, row: Row, incident: string | null): ElementCell {
  const here = (one: { readonly element: string; readonly incident: string | null }) =>
    one.incident === incident && (one.element === row.key || one.element === row.element.id)
  const findings = [...new Set(of.ties.filter(here).map(({ finding }) => finding))]
  const choice = of.choices.findLast(here) ?? null
  return { ...row, incident, findings, choice, ...stateOf(of, findings, choice) }
}

function stateOf(
  { findings, standings }: Qualification,
  ids: readonly FindingId[],
  choice: StandardChoice | null,
): Pick<ElementCell, 'state' | 'lacking'> {
  const held = ids.flatMap((id) => {
    const [finding, standing] = [findings.get(id), standings.get(id)]
    return finding && standing ? [{ finding, standing: carried(standing) }] : []
  })
  if (held.some(({ standing }) => standing === 'contradicted')) return { state: 'contradicted', lacking: [] }
  const carrying = held.filter(({ standing }) => standing !== 'nothing')
  if (carrying.length === 0) return { state: 'missing', lacking: [] }
  const lacks = carrying.map(({ finding, standing }) => lackingIn(finding, standing, choice))
  const least = lacks.reduce((a, b) => (b.length < a.length ? b : a))
  return { state: least.length === 0 ? 'met' : 'arguable', lacking: least }
}

type Carried = 'contradicted' | 'nothing' | 'one-voice' | 'corroborated'

/** An attribution carries no element: that somebody said so is not that it was so; what was said carries it as far as it stands. */
function carried(standing: Standing): Carried {
  switch (standing.kind) {
    case 'unsupported':
    case 'secondary-only':
      return 'nothing'
    case 'contradicted':
      return 'contradicted'
    case 'uncorroborated':
      return 'one-voice'
    case 'corroborated':
    case 'strongly-corroborated':
      return 'corroborated'
    case 'attributed':
      return carried(standing.beneath)
  }
}

function lackingIn(finding: Finding, standing: Carried, choice: StandardChoice | null): readonly Lacking[] {
  const { standardOfProof, signer } = finding
  const isSigned = signer !== null && standardOfProof !== null
  const reaches =
    !isSigned ||
    choice === null ||
    STANDARDS_OF_PROOF.indexOf(standardOfProof) >= STANDARDS_OF_PROOF.indexOf(choice.standard)
  return [
    ...(standing === 'corroborated' ? [] : ['corroboration' as const]),
    ...(isSigned ? [] : ['signature' as const]),
    ...(reaches ? [] : ['standard' as const]),
    ...(choice === null ? ['choice' as const] : []),
  ]
}

/** What to ask in the next interviews: cells that are missing, contradicted, or want corroboration, in this order. */
export interface OpenQuestion {
  readonly key: `elements.question.${'missing' | 'contradicted' | 'corroboration'}`
  readonly cell: ElementCell
}

export function questionsFrom({ context, incidents }: ElementsTable): readonly OpenQuestion[] {
  const cells = [...incidents.flatMap((one) => one.cells), ...context]
  const question = (key: OpenQuestion['key'], has: (cell: ElementCell) => boolean) =>
    cells.filter((cell) => has(cell) && isForWitnesses(cell)).map((cell) => ({ key, cell }))
  return [
    ...question('elements.question.missing', ({ state }) => state === 'missing'),
    ...question('elements.question.contradicted', ({ state }) => state === 'contradicted'),
    ...question(
      'elements.question.corroboration',
      ({ state, lacking }) => state === 'arguable' && lacking.includes('corroboration'),
    ),
  ]
}

/** Knowledge of the context is inferred from facts, and no witness is asked for it by itself. */
function isForWitnesses({ element }: ElementCell): boolean {
  return element.role !== 'context-mental'
}
