/** How two ages in whole years compare, from the lowest to the highest. */
export const AGE_LEVELS = [
  'else',
  /** Two or three years: one of them was guessed. */
  'few-years-apart',
  /** Fits one person: ages counted on two days of a year differ by one as often as not. */
  'one-year-apart',
  'same',
] as const
export type AgeLevel = (typeof AGE_LEVELS)[number]

const FEW_YEARS = 3

/** The level as its number in `AGE_LEVELS`. Symmetric. Where it is known when each was counted, compare `birthFromAge` instead: it says more. */
export function ageLevel(left: number, right: number): number {
  const apart = Math.abs(left - right)
  if (apart <= 1) return apart === 0 ? 3 : 2
  return apart <= FEW_YEARS ? 1 : 0
}

export function compareAges(left: number, right: number): AgeLevel {
  return AGE_LEVELS[ageLevel(left, right)] ?? 'else'
}
