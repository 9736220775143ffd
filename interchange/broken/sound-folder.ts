/**
 * A small sound folder, invented: lorries that cross a bridge, told by one witness and one newspaper. Each broken folder
 * (`broken-folders.ts`) is this one with a single edit, so that its mistake is the only one.
 */
export const SOUND_FOLDER: ReadonlyMap<string, string> = new Map([
  [
    'investigation.yaml',
    `code: bridge
title: { en: Lorries on the bridge }
notice: { en: Invented for tests. }
nature: invented
thresholds:
  corroborated: { others: 1 }
  strong: { primary: 2, eyewitnesses: 1 }
`,
  ],
  [
    'sources.yaml',
    `sources:
  - code: W1
    kind: witness
    role: other
    title: { en: Witness 1 }
    reliability: F
    credibility: 6
  - code: gazette
    kind: document
    role: press
    title: { en: The Gazette }
    reliability: F
    credibility: 6
origin-links:
  - from: gazette
    to: W1
    kind: told-by
    reason: The article names her as its only source.
`,
  ],
  [
    'registers.yaml',
    `places:
  - code: bridge
    name: { en: The bridge, ar: الجسر }
    kind: facility
`,
  ],
  [
    'interviews.yaml',
    `interviews:
  - code: I1
    witness: W1
    date: 2020-05-02
    place: { en: The north }
    remote: false
    interviewer: A
    languages: [en]
    referral-offered: true
consents:
  - witness: W1
    version: 1
    allows: { analysis: [own-team], quotation: [own-team, public] }
    explained-by: A
    language: en
    given-at: 2020-05-02
`,
  ],
  [
    'texts/w1.md',
    `---
code: w1
source: W1
title: { en: Interview with witness 1 }
language: en
kind: transcript
speakers: [A, W1]
---

A: What did you see?
W1: Every Monday lorries crossed the bridge, two to four of them.
A: For how long?
W1: From May to July of that year. On some Mondays lorries crossed twice.
`,
  ],
  [
    'texts/gazette.md',
    `---
code: gazette-article
source: gazette
title: { en: An article }
language: en
kind: summary
---

The newspaper tells of lorries on the bridge.
`,
  ],
  [
    'passages.yaml',
    `passages:
  - code: every-monday
    text: w1
    exact: Every Monday lorries crossed the bridge, two to four of them.
  - code: how-long
    text: w1
    exact: From May to July of that year.
  - code: article
    text: gazette-article
    exact: lorries on the bridge
`,
  ],
  [
    'claims.yaml',
    `claims:
  - code: C1
    source: W1
    passages: [every-monday, how-long]
    mode: pattern
    topic: lorries
    proposition: { en: Lorries crossed the bridge every Monday. }
    place: bridge
    quantity: { min: 2, max: 4, said: two to four of them, unit: lorries, how: counted, per: occasion }
    pattern:
      rate: { min: 1, max: 1, per: week }
      weekdays: [MO]
      weekday-confidence: always
      window: 2019-05/2019-07
      size: { min: 2, max: 4 }
      observed: most
      said: every Monday
    basis: { kind: saw, vantage: from her window }
    certainty: certain
    polarity: affirmed
    coder: A
    status: accepted
  - code: C2
    source: gazette
    passages: [article]
    mode: state
    topic: lorries
    proposition: { en: There were lorries on the bridge. }
    basis: { kind: told-by, chain: [W1] }
    certainty: certain
    polarity: affirmed
    coder: A
    status: accepted
`,
  ],
  [
    'findings.yaml',
    `findings:
  - code: crossings
    kind: pattern
    proposition: { en: Lorries crossed the bridge every week. }
    claims-for: [C1, C2]
`,
  ],
  [
    'estimates.yaml',
    `estimates:
  - code: how-many
    question: { en: How many lorries crossed? }
    unit: { en: lorries }
    periods:
      - { code: P1, window: C1, rate: C1, size: C1, reading: { weeks: calendar, rate: ends } }
    rounding: none
    assumptions:
      - { code: throughout, words: { en: The pattern held throughout. } }
  - code: by-lists
    question: { en: How many lorries crossed? }
    unit: { en: lorries }
    lists:
      linkage: by-plate
      of: [toll, ferry]
      strata:
        - name: day
          columns: { toll: day }
    rounding: none
    assumptions:
      - { code: closed, words: { en: No lorry was lost. } }
    seed: ferry
  - code: by-table
    question: { en: How many lorries crossed? }
    unit: { en: lorries }
    table:
      lists: [toll, ferry, gazette]
      source: { en: 'Counted for a test, invented.' }
      strata:
        north: { '110': 3, '001': 1 }
        south: { '111': 2 }
    rounding: none
    assumptions:
      - { code: closed, words: { en: No lorry was lost. } }
    seed: 7
`,
  ],
  [
    'lists.yaml',
    `lists:
  - code: toll
    title: { en: The toll-keeper’s list }
    holder: The toll-keeper
  - code: ferry
    title: { en: The ferryman’s list }
    holder: The ferryman
`,
  ],
  [
    'lists/toll.csv',
    `plate,day
"A, 1",2019-05-06
B 2,2019-05-13
`,
  ],
  [
    'linkages.yaml',
    `linkages:
  - code: by-plate
    title: { en: One lorry to one plate }
    made-by: { en: A compared the plates. }
`,
  ],
  [
    'linkages/by-plate.csv',
    `list,row,person
toll,1,lorry 1
toll,2,lorry 2
ferry,1,lorry 2
`,
  ],
  [
    'lists/ferry.csv',
    `plate,colour
B2,red
`,
  ],
  [
    'report.en.md',
    `---
language: en
title: Lorries on the bridge
authors: [A]
dated: 2021-01-01
---

## What was seen

According to a witness, lorries crossed the bridge every week. [finding: crossings]
That makes {estimate: how-many published} lorries. [estimate: how-many]

{{derivation: how-many}}
`,
  ],
])
