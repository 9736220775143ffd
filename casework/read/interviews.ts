import type { InvestigationId } from '@corroborate/base'
import { claimRows, contradictions, interviews, plansOf, sources, tasksOf } from '@corroborate/store'
import type { InterviewsView } from '../shapes-of-interviews.ts'
import { readElements } from './elements.ts'
import { readingIn, type Reader } from './reader.ts'

/** Who is to be asked what, who was heard when, and which promises are to be kept? */
export function readInterviews(reader: Reader, id: InvestigationId): Promise<InterviewsView | null> {
  return readingIn(reader, id, async (db, reader) => {
    const open = (await contradictions(db, id)).filter(({ resolution }) => resolution === null)
    const rows = await claimRows(db, id, [...new Set(open.flatMap(({ first, second }) => [first, second]))])
    const rowOf = new Map(rows.map((row) => [row.id, row]))
    const elements = await readElements(reader, id)
    return {
      plans: await plansOf(db, id),
      interviews: await interviews(db, id),
      witnesses: (await sources(db, id))
        .filter(({ kind }) => kind === 'witness')
        .map(({ id: witness, code, title }) => ({ id: witness, code, title })),
      promises: (await tasksOf(db, id)).filter(({ kind }) => kind === 'keep-promise'),
      questions: elements?.questions ?? [],
      incidents: elements?.incidents ?? [],
      contradictions: open.flatMap(({ first, second }) => {
        const [one, other] = [rowOf.get(first), rowOf.get(second)]
        return one === undefined || other === undefined ? [] : [{ first: one, second: other }]
      }),
    }
  })
}
