import { refuse, type TaskId } from '@corroborate/base'
import { tasksOf, updateTask } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { instant } from './time.ts'

export interface DoTask extends InInvestigation {
  readonly task: TaskId
  /** What was done, without names. */
  readonly note: string
}

/** Says that a task was done, by whom and how. A task is never taken away undone. */
export const doTask = act(
  'task.done',
  ['researcher', 'reviewer', 'legal-adviser', 'publisher', 'identity-custodian'],
  async (desk, { investigation, task, note }: DoTask) => {
    const { db } = desk.store
    const found = (await tasksOf(db, investigation)).find(({ id }) => id === task)
    if (!found) return NOT_FOUND
    if (note.trim() === '') return refuse('no-note', 'say what was done')
    const what = { by: memberAtDesk(desk), at: instant(desk.clock()), note: note.trim() }
    if (!(await updateTask(db, { investigation, id: task }, what)))
      return refuse('done-before', 'it was done already')
    const now = { ...found, doneBy: what.by, doneAt: what.at, note: what.note }
    return done<null>(null, { subject: found.subject, content: { task, records: [now] } })
  },
)
