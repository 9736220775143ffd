import { mannerOf, type Relative } from './witness.ts'

/**
 * The 22 relatives: kinship, the missing person, who told them of the night (a former detainee, or `-`), and what else they speak of.
 * W63 and W64 live in one household, and so do W71 and W72.
 */
const ROWS = `
W63 son P02 W04 paid heard-alive
W64 brother P02 W04 heard-alive
W65 husband P03 W05 belongings told.by-unnamed
W66 son P04 W05 told.chain heard-alive
W67 brother P05 W05 told.chain paid
W68 husband P06 W05 told.chain paid
W69 father P07 W06 told.by-unnamed heard-alive
W70 son P08 W09 heard-alive belongings
W71 husband P09 W10 heard-alive belongings
W72 brother P09 - told.by-unnamed paid heard-alive
W73 son P10 W13 heard-alive told.by-unnamed
W74 brother P11 W15 told.by-unnamed paid
W75 husband P12 W18 belongings heard-alive
W76 son P13 W20 paid heard-alive
W77 brother P14 W24 told.by-unnamed heard-alive
W78 father P15 W25 heard-alive paid
W79 husband P16 - seen-in-camp belongings paid
W80 son P17 - told.by-unnamed heard-alive paid
W81 brother P18 W27 paid belongings
W82 husband P19 W29 heard-alive told.by-unnamed
W83 son P20 - told.by-unnamed heard-alive belongings
W84 brother P21 - heard-alive told.by-unnamed paid
`

export const RELATIVES: readonly Relative[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', kin = '', missing = '', toldBy = '', ...speaksOf] = row.split(' ')
    return {
      code,
      role: 'relative',
      ...mannerOf(code),
      kin: kinOf(kin),
      missing,
      toldBy: toldBy === '-' ? null : toldBy,
      speaksOf,
    }
  })

function kinOf(text: string): Relative['kin'] {
  const kin = (['son', 'husband', 'brother', 'father'] as const).find((known) => known === text)
  if (kin === undefined) throw new Error(`no such kinship: ${text}`)
  return kin
}
