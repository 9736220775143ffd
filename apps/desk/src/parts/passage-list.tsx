import type { ClaimRow, TextView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/reading.module.css'
import { ChoosePassage } from './choose-passage.tsx'
import { BasisText, ClaimMarks } from './claim-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink } from './links.tsx'

interface PassageListProps {
  readonly passages: TextView['passages']
  readonly chosen: string | null
}

/** Beside the text: each passage with the claims that rest on it, in the order of the text. */
export function PassageList({ passages, chosen }: PassageListProps) {
  const { say } = useTongue()
  const inOrder = [...passages].sort(
    (a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end,
  )
  return (
    <aside className={styles.passages} aria-label={say('desk.text.passages')}>
      <h2>{say('desk.text.passages.count', { passages: passages.length })}</h2>
      <ol>
        {inOrder.map((entry) => (
          <Entry key={entry.passage.id} entry={entry} chosen={entry.passage.id === chosen} />
        ))}
      </ol>
    </aside>
  )
}

interface EntryProps {
  readonly entry: TextView['passages'][number]
  readonly chosen: boolean
}

function Entry({ entry, chosen }: EntryProps) {
  const { passage, claims } = entry
  return (
    <li id={`resting-on-${passage.id}`} className={styles.entry} data-chosen={chosen}>
      <ChoosePassage passage={passage.id} chosen={chosen} className={styles.entryWords}>
        <Code>{passage.code}</Code> <q dir="auto">{passage.exact}</q>
      </ChoosePassage>
      <ul>
        {claims.map((claim) => (
          <RestingClaim key={claim.id} claim={claim} />
        ))}
      </ul>
    </li>
  )
}

function RestingClaim({ claim }: { readonly claim: ClaimRow }) {
  return (
    <li className={styles.resting}>
      <ClaimLink id={claim.id}>
        <Code>{claim.code}</Code>
      </ClaimLink>{' '}
      <InWords words={claim.proposition} /> <BasisText basis={claim.basis} /> <ClaimMarks claim={claim} />
    </li>
  )
}
