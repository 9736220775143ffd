import { daysBetween, type PlaceId } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import type { Flag } from './flag.ts'
import type { Account, OutputText } from './release-output.ts'

const WEEK = 7
/** A register has no districts: what lies below a region is finer than one. */
const COARSE: readonly Place['kind'][] = ['country', 'region']

/** A time of less than a week with a place below a district, where one witness alone speaks of it: whoever was there knows who it was. */
export function timeAndPlaceTooFine(accounts: readonly Account[], places: readonly Place[]): readonly Flag[] {
  const kinds = new Map<PlaceId, Place['kind']>(places.map(({ id, kind }) => [id, kind]))
  return accounts.flatMap(({ place, alone, when, where }): readonly Flag[] => {
    if (!alone || when === null || where === null) return []
    const kind = kinds.get(where)
    if (kind !== undefined && COARSE.includes(kind)) return []
    const { earliest, latest, edtf } = when
    if (earliest === null || latest === null || daysBetween(earliest, latest) >= WEEK) return []
    return [{ kind: 'time-and-place-too-fine', place, args: { when: edtf } }]
  })
}

const DECIMAL = String.raw`[-−]?\d{1,3}\.(\d{2,})`
const PAIR = new RegExp(
  String.raw`(?<![\d.,])${DECIMAL}\s*(?:°\s*[NSEWشجقغ]?\s*)?[,;\s]\s*${DECIMAL}(?![\d.])`,
  'gu',
)
const DEGREES = /\d{1,3}\s*°\s*\d{1,2}\s*[′'’](?:\s*\d{1,2}(?:\.\d+)?\s*[″"”])?/gu
/** In tables and data, only where they say that they hold places: two numbers beside one another are anything there. */
const OF_PLACES = /(?<![\p{L}])(?:lat|lon|lng|latitude|longitude|coordinates|geometry)(?![\p{L}])/iu
/** Tenths of a degree are some eleven kilometres; minutes of arc are finer, and count as two decimals, seconds as four. */
const [MINUTES, SECONDS] = [2, 4]

/** Coordinates with more decimals of a degree than allowed, also as degrees and minutes. Digits of any script. */
export function coordinatesTooFine(texts: readonly OutputText[], decimals: number): readonly Flag[] {
  return texts.flatMap(({ place, text }) => {
    const plain = inLatinDigits(text)
    if (place.part === 'annex' && !OF_PLACES.test(plain)) return []
    const pairs = [...plain.matchAll(PAIR)].map(([exact, first = '', second = '']) => ({
      exact,
      fine: Math.max(first.length, second.length),
    }))
    const degrees = [...plain.matchAll(DEGREES)].map(([exact]) => ({
      exact,
      fine: /[″"”]/u.test(exact) ? SECONDS : MINUTES,
    }))
    return [...pairs, ...degrees]
      .filter(({ fine }) => fine > decimals)
      .map(({ exact }): Flag => ({ kind: 'coordinates-too-fine', place, args: { exact, decimals } }))
  })
}

function inLatinDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replaceAll('٫', '.')
    .replaceAll('،', ',')
}
