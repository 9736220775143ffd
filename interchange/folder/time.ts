import { whenFrom, type When } from '@corroborate/base'
import { described, type Place } from './mistake.ts'
import { wrong, type Reading } from './reading.ts'

/** Longer than any time that a person writes, short enough for any parser. */
const MOST = 200

const EXPECTED = 'a time in EDTF, such as 2013, 2013-05, 2013-05-02 or 2011-09/2015-12'

/** A time with its bounds; null when it is no EDTF or ends before it starts, which is told. */
export function whenAt(
  reading: Reading,
  found: { readonly edtf: string; readonly said?: string | null | undefined },
  place: () => Place,
): When | null {
  const { edtf, said } = found
  const when = edtf.length > MOST ? null : whenFrom(edtf, said ?? null)
  if (when?.ok === true) return when.value
  const backwards = /\bends on (\S+), before it starts on (\S+)$/.exec(when?.detail ?? '')
  const expected = backwards ? 'a time that does not end before it starts' : EXPECTED
  wrong(reading, place(), { expected, found: described(edtf) })
  return null
}

/** The same for a field that may be left out. */
export function maybeWhen(
  reading: Reading,
  found: { readonly edtf: string; readonly said?: string | null | undefined } | null | undefined,
  place: () => Place,
): When | null {
  return found ? whenAt(reading, found, place) : null
}
