import { mannerOf, type Detainee } from './witness.ts'

/**
 * The 31 former detainees: ward, first and last month, and what the account touches beside what every one of them is asked.
 * W17 and W19 rehearsed together; W12 withdrew consent; W29 is a month out about the end.
 */
const ROWS = `
W01 H11 2003-02 2004-05 court night.failed-lamps destination.unknown rhythm ward-count
W02 H13 2003-04 2003-12 rhythm told-transfer night.own destination.unknown ward-count
W03 H21 2003-01 2003-11 rhythm night.failed-lamps lorry ward-count lights-out
W04 H23 2003-06 2004-08 court told-transfer night.dust-storm missing rhythm
W05 H12 2003-09 2004-12 missing ward-count lights-out
W06 H24 2003-10 2004-09 rhythm told-transfer missing ward-count
W07 H31 2003-11 2004-10 belongings night.dust-storm rhythm ward-count
W08 H33 2003-08 2004-06 lights-out lorry court rhythm night.own
W09 H22 2003-12 2005-01 missing rhythm night.first-snow ward-count
W10 H14 2004-01 2004-11 ward-count told-transfer missing rhythm destination.unknown
W11 H32 2003-10 2004-07 night.dust-storm commander not-returned rhythm
W12 H31 2004-02 2004-12 belongings rhythm ward-count lights-out night.own
W13 H34 2004-01 2005-02 missing lights-out told-transfer rhythm ward-count
W14 H11 2004-03 2005-03 night.first-snow lorry rhythm ward-count destination.unknown
W15 H13 2004-04 2005-04 missing court ward-count rhythm
W16 H21 2003-12 2004-11 night.dust-storm not-returned commander rhythm
W17 H22 2004-08 2005-05 whistle rhythm lights-out destination.unknown
W18 H23 2004-05 2005-05 rhythm missing night.own ward-count destination.unknown
W19 H22 2004-08 2005-05 whistle rhythm lights-out destination.unknown
W20 H24 2004-07 2005-06 missing told-transfer lorry rhythm ward-count
W21 H31 2004-07 2005-04 night.first-snow ward-count rhythm destination.unknown lights-out
W22 H32 2004-06 2005-03 missing rhythm court ward-count
W23 H33 2004-09 2005-07 told-transfer night.own destination.unknown rhythm ward-count
W24 H34 2004-08 2005-06 missing commander rhythm night.own
W25 H12 2004-10 2005-06 lorry not-returned missing ward-count rhythm
W26 H14 2004-09 2005-05 rhythm night.own ward-count lights-out destination.unknown
W27 H21 2004-11 2005-08 missing lights-out not-returned rhythm ward-count
W28 H11 2005-01 2005-09 rhythm lorry told-transfer destination.unknown
W29 H22 2004-12 2005-08 after-june missing rhythm ward-count
W30 H32 2004-10 2005-10 ended-june ward-count rhythm destination.unknown
W31 H24 2005-01 2005-11 ended-june not-returned rhythm night.own
`

export const DETAINEES: readonly Detainee[] = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [code = '', ward = '', from = '', to = '', ...speaksOf] = row.split(' ')
    return { code, role: 'former-detainee', ...mannerOf(code), ward, from, to, speaksOf }
  })

/** The two who rehearsed: they met for weeks before their interviews and asked to be heard together. */
export const REHEARSED = ['W17', 'W19'] as const
