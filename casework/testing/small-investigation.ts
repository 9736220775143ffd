import { derivedId } from '@corroborate/base'
import type { Investigation } from '@corroborate/report'
import {
  figure,
  investigation,
  onEstimate,
  published,
  sentence,
  words,
} from '../../core/report/testing/investigation.ts'

/** A small invented investigation, whole, under a name of its own, with a report of one sentence that breaks no law. */
export function smallInvestigation(name: string, more: Partial<Investigation> = {}): Investigation {
  const said = sentence([words('By what was said, '), figure(published), words(' were taken.')], onEstimate)
  return { ...investigation([said]), id: derivedId('investigation', name), code: name, ...more }
}
