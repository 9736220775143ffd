import { mannerOf, type Witness } from './witness.ts'

type Kind = readonly [role: Witness['role'], codes: readonly [first: number, last: number]]

/** Guards and officials W32 to W35, judges, doctors, lawyers, experts. */
const KINDS: readonly Kind[] = [
  ['former-guard', [32, 33]],
  ['former-official', [34, 35]],
  ['judge', [36, 38]],
  ['doctor', [39, 41]],
  ['lawyer', [42, 45]],
  ['expert', [46, 62]],
]

export const OTHERS: readonly Witness[] = KINDS.flatMap(([role, [first, last]]) =>
  Array.from({ length: last - first + 1 }, (_, index) => {
    const code = `W${first + index}`
    return { code, role, ...mannerOf(code) }
  }),
)

/** The guard on the stairs, the guard at the gate, the clerk of the registry, and the official who lies. */
export const ESCORT = 'W32'
export const GATE = 'W33'
export const REGISTRY = 'W34'
export const LIAR = 'W35'

/** Who withdrew consent, and when. */
export const WITHDRAWN: Readonly<Record<string, string>> = {
  W12: '2010-02-15',
  W41: '2010-03-02',
  W58: '2010-03-20',
  W76: '2010-04-11',
}
