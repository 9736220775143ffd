/** The months of a season: its first, and how many it has. It may run into the next year. */
export interface Season {
  readonly firstMonth: number
  readonly months: number
}

const [SPRING, SUMMER, AUTUMN, WINTER] = [3, 6, 9, 12].map((firstMonth) => ({ firstMonth, months: 3 }))
const parts = (months: number) =>
  Array.from({ length: 12 / months }, (_, at) => ({ firstMonth: at * months + 1, months }))

/** EDTF's seasons and parts of a year in the order of their numbers, from 21: the north twice, the south, 3, 4 and 6 months. */
const IN_ORDER: readonly (Season | undefined)[] = [
  ...[SPRING, SUMMER, AUTUMN, WINTER],
  ...[SPRING, SUMMER, AUTUMN, WINTER],
  ...[AUTUMN, WINTER, SPRING, SUMMER],
  ...parts(3),
  ...parts(4),
  ...parts(6),
]

/** What EDTF means by a number from 21 to 41. Throws on another: the parser lets none through. */
export function seasonOf(number: number): Season {
  const season = IN_ORDER[number - 21]
  if (!season) throw new Error(`EDTF has no season ${number}`)
  return season
}
