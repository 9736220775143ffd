import type { Breach } from '@corroborate/report'

/** A folder that can be read, and breaks a law: the example from the public record with one edit. */
export interface LawlessFolder {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly law: Breach['law']
  /** What the breach must name or say. */
  readonly says: string
}

export const LAWLESS_FOLDERS: readonly LawlessFolder[] = [
  {
    name: 'a number typed in a sentence',
    file: 'report.en.md',
    from: 'numbered {claim: F03 size} people.',
    to: 'numbered 20 to 50 people.',
    law: 'loose-number',
    says: '“20” is typed',
  },
  {
    name: 'a number typed in Arabic-Indic digits',
    file: 'report.ar.md',
    from: 'كل مجموعة كان {claim: F03 size}.',
    to: 'كل مجموعة كان ٥٠.',
    law: 'loose-number',
    says: '“٥٠” is typed',
  },
  {
    name: 'a sentence that words an attribution as established',
    file: 'report.en.md',
    from: 'By its account, they were brought to a cell',
    to: 'They were brought to a cell',
    law: 'worded-above-standing',
    says: 'deception',
  },
  {
    name: 'an Arabic sentence that words an attribution as established',
    file: 'report.ar.md',
    from: 'ووفقًا لها، جيء بهم إلى زنزانة',
    to: 'وجيء بهم إلى زنزانة',
    law: 'worded-above-standing',
    says: 'deception',
  },
  {
    name: 'a sentence without grounds',
    file: 'report.en.md',
    from: 'had been forced to confess under torture. [finding: trials]',
    to: 'had been forced to confess under torture.',
    law: 'sentence-without-grounds',
    says: 'cites no finding',
  },
  {
    name: 'a finding whose claims were taken away',
    file: 'findings.yaml',
    from: 'claims-for: [F04, F05]',
    to: 'claims-for: []',
    law: 'finding-without-claims',
    says: 'No claim carries it',
  },
  {
    name: 'a figure of a claim that gives no such number',
    file: 'report.en.md',
    from: 'numbered {claim: F03 size} people.',
    to: 'numbered {claim: F03 quantity} people.',
    law: 'figure-without-estimate',
    says: 'F03',
  },
  {
    name: 'an estimate whose rate nobody claimed',
    file: 'estimates.yaml',
    from: 'rate: period-2',
    to: 'rate: F03',
    law: 'figure-without-estimate',
    says: 'F03',
  },
  {
    name: 'a signature under an attribution to somebody who did not say it',
    file: 'findings.yaml',
    from: '    to: critics\n',
    to: `    to: government
    standard-of-proof: reasonable-grounds
    reasons: { en: It is widely said. }
    signer: A
`,
    law: 'signed-below-standing',
    says: 'no claim that carries it',
  },
]
