import { ok, refuse, type Outcome } from '@corroborate/base'
import type { SealingView } from '@corroborate/server/api'
import {
  checkStatement,
  COPY,
  digestOfSealed,
  openValue,
  type ORIGINAL,
  recipientsOf,
  sealValue,
  type Author,
  type Expected,
  type SealedRecord,
  type SealedStatement,
  type Signed,
} from '@corroborate/vault/sealing'
import type { Circle } from './circle.ts'
import type { CustodiansKnown } from './custodians-known.ts'
import { placeOfValue } from './seen.ts'

/** What is typed to be sealed of a source. */
export const FIELDS = ['name', 'contact'] as const
export type TypedField = (typeof FIELDS)[number]
/** What can be sealed: of a source what is typed, of an exhibit what its file is, of a text what its tokens stand for. */
export type Field = TypedField | 'file' | typeof ORIGINAL

type Opening = SealingView['openings'][number]

/** Where one works with sealed values: an investigation, whom one believes there, and to whom is sealed. */
export interface AtSeal {
  readonly investigation: string
  readonly circle: Circle
  readonly custodians: CustodiansKnown
}

/** One field of a record, and what could be believed of it. */
export interface KnownValue {
  readonly field: Field
  readonly value: Outcome<Signed<SealedStatement> | null>
}

/** What is sealed in a field of a record, verified and then remembered; null where nothing is. */
export function valueKnown(
  { investigation, circle, custodians }: AtSeal,
  { record, field }: { readonly record: string; readonly field: string },
  values: SealingView['values'],
): Outcome<Signed<SealedStatement> | null> {
  const place = placeOfValue(record, field)
  const shown = values.find(({ statement }) => statement.field === field)
  const seen = circle.seen.of(place)
  if (!shown)
    return seen === null
      ? ok(null)
      : refuse('lower-version', `nothing is shown, and version ${seen.version} was seen before`)
  const expected: Expected = { investigation, record, field, seen, mayReceive: custodians.mayReceive }
  const checked = checkStatement(shown, expected, circle.trusted)
  if (!checked.ok) return checked
  circle.seen.note(place, { version: shown.statement.version, digest: digestOfSealed(shown) })
  return ok(shown)
}

/** Seals the next version of a value to the present custodians. Refuses where one of their keys is not the one that was compared. */
export async function sealNext(
  { investigation, circle, custodians }: AtSeal,
  what: { readonly record: string; readonly field: string; readonly value: string; readonly time: string },
  before: Signed<SealedStatement> | null,
): Promise<Outcome<SealedRecord>> {
  const author = authorOf(circle)
  if (!author.ok) return author
  const recipients = recipientsOf(custodians.current, circle.trusted)
  if (!recipients.ok) return recipients
  const { record, field, value, time } = what
  const context = {
    ...{ investigation, record, field, author: circle.me, time },
    version: (before?.statement.version ?? 0) + 1,
    previous: before ? digestOfSealed(before) : null,
  }
  return sealValue(value, context, { author: author.value, recipients: recipients.value })
}

/** A custodian's part: opens the value, shows it to nobody, and seals it again to whoever asked. */
export async function copyFor(
  { investigation, circle, custodians }: AtSeal,
  { id, record, field, askedBy }: Opening,
  { sealed, time }: { readonly sealed: SealedRecord; readonly time: string },
): Promise<Outcome<SealedRecord>> {
  const author = authorOf(circle)
  if (!author.ok) return author
  const asker = circle.trusted.newest(askedBy)
  if (!asker)
    return refuse('unknown-author', `the key of ${askedBy} is not one whose safety number was compared`)
  const seen = circle.seen.of(placeOfValue(record, field))
  const expected: Expected = { investigation, record, field, seen, mayReceive: custodians.mayReceive }
  const opened = await openValue(sealed, expected, { trusted: circle.trusted, keys: circle.own.keys })
  if (!opened.ok) return opened
  const context = {
    ...{ investigation, record: id, field: COPY, version: 1, previous: null, author: circle.me, time },
  }
  const recipients = [{ name: askedBy, recipient: asker.recipient }]
  return sealValue(opened.value.value, context, { author: author.value, recipients })
}

/** The asker's part: the value out of the copy that was released. */
export async function openCopy(
  { investigation, circle: { trusted, own, me } }: Pick<AtSeal, 'investigation' | 'circle'>,
  opening: string,
  copy: SealedRecord,
): Promise<Outcome<string>> {
  const expected: Expected = {
    ...{ investigation, record: opening, field: COPY, seen: null },
    mayReceive: ({ name, recipient }) => name === me && recipient === own.halves.recipient,
  }
  const opened = await openValue(copy, expected, { trusted, keys: own.keys })
  return opened.ok ? ok(opened.value.value) : opened
}

function authorOf({ author }: Circle): Outcome<Author> {
  return author
    ? ok(author)
    : refuse('other-own-keys', 'the directory shows other keys than those opened here')
}
