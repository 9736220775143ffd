import type { Words } from '@corroborate/base'
import type { ElementsTable, OpenQuestion } from '@corroborate/findings'
import type { FindingRow, Incident } from '@corroborate/store'

/** GET /investigations/:id/elements. The crimes themselves stand in the core, which whoever asks has too. */
export interface ElementsView {
  /** By their ids, in the order in which they were chosen. */
  readonly chosen: readonly string[]
  readonly incidents: readonly { readonly id: Incident['id']; readonly name: Words }[]
  /** Incidents by their ids. */
  readonly table: ElementsTable
  readonly questions: readonly OpenQuestion[]
  /** All of the investigation, so that one can be chosen. */
  readonly findings: readonly FindingRow[]
}

/** An element that a finding was tied to. */
export interface TiedElement {
  readonly words: Words
  /** The articles and numbers it stands for: `7(1)(f) 4`. */
  readonly numbers: readonly string[]
  /** Null of what is proved once for the investigation. */
  readonly incident: Words | null
}
