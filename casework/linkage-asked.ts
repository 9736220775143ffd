import { digestOf, ok, refuse, type LinkageRunId, type Outcome } from '@corroborate/base'
import type { FieldSetting } from '@corroborate/linkage'
import {
  insertLinkageRun,
  linkageRuns,
  listHeads,
  mappingOfList,
  provenanceOf,
  type LinkageRun,
} from '@corroborate/store'
import { done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { mappingFrom } from './mapping-kept.ts'
import { freshId, signature } from './name-record.ts'
import { instant } from './time.ts'

interface Wanted extends Pick<LinkageRun, 'lists' | 'settings' | 'judged'> {
  readonly repeats: Pick<LinkageRun, 'id' | 'inputs'> | null
}

/** Lets a linkage wait for a process; refused while the same is not done yet. */
export async function linkageAsked(
  desk: Desk,
  investigation: InInvestigation['investigation'],
  wanted: Wanted,
) {
  const { db } = desk.store
  if (desk.member === null || desk.member === 'operator') return NOT_FOUND
  const inputs = await inputsOfRun(desk, investigation, wanted)
  if (!inputs.ok) return inputs
  if (wanted.repeats !== null && wanted.repeats.inputs !== inputs.value)
    return refuse('inputs-changed', 'how its lists are read has changed since; it cannot be done again')
  const open = (await linkageRuns(db, investigation)).find(
    (run) => run.inputs === inputs.value && ['waiting', 'running'].includes(run.state.kind),
  )
  if (open) return refuse('running-already', 'a linkage of the same is not done yet')
  const { lists, settings, judged, repeats } = wanted
  const run: LinkageRun = {
    ...{ id: freshId<'linkage-run'>(desk), lists, settings, judged, inputs: inputs.value },
    ...{ software: desk.software, repeats: repeats?.id ?? null },
    ...{ askedBy: await signature(desk), askedAt: instant(desk.clock()) },
  }
  await insertLinkageRun(db, investigation, { run, member: desk.member })
  return done<LinkageRunId>(run.id, { subject: run.id, content: run })
}

/** A digest of all that a linkage is made of: settings, rows, how they are read, and which judgements it heeds. */
export async function inputsOfRun(
  desk: Pick<Desk, 'store'>,
  investigation: InInvestigation['investigation'],
  { lists, settings, judged }: Omit<Wanted, 'repeats'>,
): Promise<Outcome<string>> {
  const { db } = desk.store
  const heads = await listHeads(db, investigation)
  if (lists.length === 0 || new Set(lists).size < lists.length)
    return refuse('lists-crooked', 'expected a list at least, each once')
  const parts: object[] = []
  const fields: FieldSetting[] = []
  for (const list of lists) {
    const head = heads.find(({ id }) => id === list)
    if (head === undefined) return NOT_FOUND
    const kept = await mappingOfList(db, investigation, list)
    if (kept === null)
      return refuse('not-mapped', `list “${head.code}”: nobody has said yet how its columns are read`)
    fields.push(...mappingFrom(kept.mapping).columns.flatMap(({ into }) => into ?? []))
    const rows = (await provenanceOf(db, investigation, list))?.rowsSha256 ?? null
    parts.push({ code: head.code, list, rows, mapping: kept.mapping, clean: kept.clean })
  }
  const missing = settings.fields.find(({ field }) => !fields.some((one) => one.field === field))
  if (missing !== undefined)
    return refuse('field-missing', `field “${missing.field}”: expected on a list at least, found on none`)
  const other = settings.fields.find(({ field, kind }) =>
    fields.some((one) => one.field === field && one.kind !== kind),
  )
  if (other !== undefined)
    return refuse(
      'field-differs',
      `field “${other.field}”: expected to be read as ${other.kind} on every list`,
    )
  return ok(digestOf(JSON.stringify({ settings, lists: parts, judged })))
}
