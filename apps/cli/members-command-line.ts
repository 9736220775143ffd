import { ok, refuse, type Outcome } from '@corroborate/base'
import type { StoreAsked } from './store-asked.ts'

/** What is done about somebody, by their name or their id; `list` names everybody. */
export type MembersVerb =
  | { readonly verb: 'list' }
  | { readonly verb: 'add' | 'link' | 'end'; readonly who: string }
  | {
      readonly verb: 'grant' | 'take'
      readonly who: string
      readonly role: string
      readonly investigation: string
      /** The last day on which the role holds; null where it does not end. */
      readonly until: string | null
    }

export type MembersCommand = {
  readonly command: 'members'
  readonly does: MembersVerb
  /** Where the desk is reached, for links. */
  readonly desk: string
} & StoreAsked

interface Given {
  readonly role?: string | undefined
  readonly investigation?: string | undefined
  readonly until?: string | undefined
  readonly desk?: string | undefined
}

export function membersOf(
  [verb, who, extra]: readonly string[],
  values: Given,
  store: StoreAsked,
): Outcome<MembersCommand, 'usage'> {
  if (extra !== undefined) return refuse('usage', `"${extra}" is one word too many: put names in quotes`)
  const does = verbOf(verb, who, values)
  if (!does.ok) return does
  return ok({ command: 'members', does: does.value, desk: values.desk ?? 'http://localhost:4600', ...store })
}

function verbOf(
  verb: string | undefined,
  who: string | undefined,
  values: Given,
): Outcome<MembersVerb, 'usage'> {
  if (verb === undefined) return ok({ verb: 'list' })
  if (who === undefined) return refuse('usage', `members ${verb} needs the name of somebody`)
  if (verb === 'add' || verb === 'link' || verb === 'end') return ok({ verb, who })
  if (verb !== 'grant' && verb !== 'take')
    return refuse('usage', `members takes add, link, end, grant or take, found "${verb}"`)
  const { role, investigation, until = null } = values
  if (role === undefined) return refuse('usage', `members ${verb} needs --role`)
  if (investigation === undefined)
    return refuse('usage', `members ${verb} needs --investigation with the code of one`)
  if (until !== null && !/^\d{4}-\d\d-\d\d$/.test(until))
    return refuse('usage', `--until takes a day such as 2027-03-31, found "${until}"`)
  return ok({ verb, who, role, investigation, until })
}
