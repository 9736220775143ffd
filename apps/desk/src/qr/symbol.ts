/** The squares of a code: which are dark, and which are of its frame and not of its text. */
export interface Grid {
  readonly size: number
  readonly dark: Uint8Array
  readonly fixed: Uint8Array
}

/** The centres of the small squares that tell a reader of bends, along each side (ISO/IEC 18004:2015, annex E). */
const ALIGNMENT: readonly (readonly number[])[] = [
  ...[[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34]],
  ...[
    [6, 22, 38],
    [6, 24, 42],
    [6, 26, 46],
    [6, 28, 50],
  ],
]

/** The frame of a symbol: all that does not depend on the text; places for what the mask is are held free. */
export function frameOf(version: number): Grid {
  const size = 17 + 4 * version
  const grid = { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) }
  for (let at = 0; at < size; at++) {
    fix(grid, [at, 6], at % 2 === 0)
    fix(grid, [6, at], at % 2 === 0)
  }
  for (const centre of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    squares(grid, centre, { reach: 4, light: [2, 4] })
  const centres = ALIGNMENT[version - 1] ?? []
  const last = centres.at(-1)
  for (const x of centres)
    for (const y of centres)
      if (![x === 6 && y === 6, x === 6 && y === last, x === last && y === 6].includes(true))
        squares(grid, [x, y], { reach: 2, light: [1] })
  if (version >= 7) setVersion(grid, version)
  setFormat(grid, 0)
  return grid
}

/** Squares one in the other about a centre: light at these distances, dark at all others. */
function squares(
  grid: Grid,
  [x, y]: readonly [number, number],
  { reach, light }: { readonly reach: number; readonly light: readonly number[] },
): void {
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++)
      fix(grid, [x + dx, y + dy], !light.includes(Math.max(Math.abs(dx), Math.abs(dy))))
}

/** Level M and the mask, with their own correction, beside the upper left corner and once more (section 7.9). */
export function setFormat(grid: Grid, mask: number): void {
  const bits = formatBits(mask)
  const { size } = grid
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((bits >> bit) & 1) === 1
    fix(grid, bit < 6 ? [8, bit] : bit < 8 ? [8, bit + 1] : bit === 8 ? [7, 8] : [14 - bit, 8], dark)
    fix(grid, bit < 8 ? [size - 1 - bit, 8] : [8, size - 15 + bit], dark)
  }
  fix(grid, [8, size - 8], true)
}

export function formatBits(mask: number): number {
  return withRemainder(mask, { length: 10, divisor: 0x537 }) ^ 0x5412
}

function setVersion(grid: Grid, version: number): void {
  const bits = versionBits(version)
  for (let bit = 0; bit < 18; bit++) {
    const [along, across] = [grid.size - 11 + (bit % 3), Math.floor(bit / 3)]
    fix(grid, [along, across], ((bits >> bit) & 1) === 1)
    fix(grid, [across, along], ((bits >> bit) & 1) === 1)
  }
}

export function versionBits(version: number): number {
  return withRemainder(version, { length: 12, divisor: 0x1f25 })
}

/** A number followed by what remains of it when it is divided as a polynomial of bits. */
function withRemainder(
  value: number,
  { length, divisor }: { readonly length: number; readonly divisor: number },
): number {
  let rest = value << length
  for (let bit = 31 - Math.clz32(rest | 1); bit >= length; bit--)
    if ((rest >> bit) & 1) rest ^= divisor << (bit - length)
  return (value << length) | rest
}

function fix({ size, dark, fixed }: Grid, [x, y]: readonly [number, number], isDark: boolean): void {
  if (x < 0 || y < 0 || x >= size || y >= size) return
  dark[y * size + x] = isDark ? 1 : 0
  fixed[y * size + x] = 1
}
