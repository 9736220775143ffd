import { digestOf, ok, refuse, type LinkageRunId, type Outcome } from '@corroborate/base'
import type { FieldSetting } from '@corroborate/linkage'
import {
  insertLinkageRun,
  linkageRunById,
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

interface Wanted extends Pick<LinkageRun, 'lists' | 'settings' | 'records' | 'judged' | 'grows'> {
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
  const { lists, settings, records, judged, grows, repeats } = wanted
  const run: LinkageRun = {
    ...{ id: freshId<'linkage-run'>(desk), lists, settings, records, judged, grows, inputs: inputs.value },
    ...{ software: desk.software, repeats: repeats?.id ?? null },
    ...{ askedBy: await signature(desk), askedAt: instant(desk.clock()) },
  }
  await insertLinkageRun(db, investigation, { run, member: desk.member })
  return done<LinkageRunId>(run.id, { subject: run.id, content: run })
}

/** A digest of all that a linkage is made of: settings, rows, how they are read, which judgements it heeds, and the result that it goes on from. */
export async function inputsOfRun(
  desk: Pick<Desk, 'store'>,
  investigation: InInvestigation['investigation'],
  { lists, settings, judged, grows }: Pick<Wanted, 'lists' | 'settings' | 'judged' | 'grows'>,
): Promise<Outcome<string>> {
  const { db } = desk.store
  const heads = await listHeads(db, investigation)
  if (lists.length === 0 || new Set(lists).size < lists.length)
    return refuse('lists-crooked', 'expected a list at least, each once')
  const parts: object[] = []
  const fields: FieldSetting[] = []
  const before = grows === null ? null : await linkageRunById(db, investigation, grows.run)
  for (const list of lists) {
    const head = heads.find(({ id }) => id === list)
    if (head === undefined) return NOT_FOUND
    const kept = await mappingOfList(db, investigation, list)
    if (kept === null)
      return refuse('not-mapped', `list “${head.code}”: nobody has said yet how its columns are read`)
    const own = mappingFrom(kept.mapping).columns.flatMap(({ into }) => into ?? [])
    if (!own.some(({ field }) => settings.fields.some((one) => one.field === field)))
      return refuse(
        'field-missing',
        `list “${head.code}”: expected a field that is compared (${settings.fields.map(({ field }) => field).join(', ')}), found none`,
      )
    fields.push(...own)
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
  const from =
    grows === null
      ? {}
      : { grows: before?.state.kind === 'done' ? before.state.sha256 : null, model: grows.model }
  return ok(digestOf(JSON.stringify({ settings, lists: parts, judged, ...from })))
}
