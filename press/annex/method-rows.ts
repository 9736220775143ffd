import type { Answered, ListEstimate, ListMethod, PopulationAnswer } from '@corroborate/estimate'
import type { Rows } from './annex-rows.ts'

/** Every method's answer on all lists and without each: what an answer from lists rests on, as data. */
export function methodRows({ study }: ListEstimate): Rows {
  return {
    columns: ['method', 'without_list', 'point', 'min', 'max', 'level', 'cautions', 'refused'],
    rows: [
      ...study.methods.map((one) => methodRow(one, null)),
      ...study.without.flatMap(({ list, methods }) => methods.map((one) => methodRow(one, list))),
    ],
  }
}

function methodRow(
  { method, answer }: { readonly method: ListMethod; readonly answer: Answered<PopulationAnswer> },
  without: string | null,
) {
  const { point, interval, level, cautions } = answer.ok ? answer.value : NOTHING
  return {
    ...{ method, without_list: without, point, level },
    ...{ min: interval?.min ?? null, max: interval?.max ?? null },
    cautions: cautions.length === 0 ? null : cautions.map((caution) => caution.code).join(' '),
    refused: answer.ok ? null : answer.reason,
  }
}

const NOTHING = { point: null, interval: null, level: null, cautions: [] } as const
