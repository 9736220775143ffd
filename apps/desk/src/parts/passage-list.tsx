import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { CodeId } from '@corroborate/base'
import type { ClaimRow, CodesView, CodingShown, PassageShown } from '@corroborate/server/api'
import { indexText, type Stretch } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import styles from '../styles/reading.module.css'
import { ChoosePassage } from './choose-passage.tsx'
import { BasisText, ClaimMarks } from './claim-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { ClaimLink } from './links.tsx'

/** What whoever works in the text can do from the list; null for who only reads. */
export interface PassageTools {
  readonly uncode: (at: Stretch, code: CodeId) => void
  readonly unmark: (at: Stretch) => void
}

interface PassageListProps {
  /** The text in which they stand. */
  readonly content: string
  readonly passages: readonly PassageShown[]
  readonly codes: CodesView['codes']
  readonly chosen: string | null
  readonly tools: PassageTools | null
}

/** As many as stand in the list at once: more than a reader looks through, few enough to be there in no time. */
const AT_ONCE = 30

/** Beside the text: each passage with what rests on it, in the order of the text, as many at once as are looked through. */
export function PassageList({ content, passages, codes, chosen, tools }: PassageListProps) {
  const { say } = useTongue()
  const [turned, setTurned] = useState<{ readonly from: number; readonly chosen: string | null } | null>(null)
  const inOrder = [...passages].sort(
    (a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end,
  )
  const index = useMemo(() => indexText(content), [content])
  const at = inOrder.findIndex(({ passage }) => passage.id === chosen)
  const around = Math.max(0, Math.min(at - AT_ONCE / 2, inOrder.length - AT_ONCE))
  // Whoever leafed through the list stays where they are until they choose another passage.
  const from = turned !== null && turned.chosen === chosen ? turned.from : around
  const shown = inOrder.slice(from, from + AT_ONCE)
  const turn = (to: number) => setTurned({ from: Math.max(0, to), chosen })
  return (
    <aside className={styles.passages} aria-label={say('desk.text.passages')}>
      <h2>{say('desk.text.passages.count', { passages: passages.length })}</h2>
      {from === 0 ? null : (
        <Button className="button" onPress={() => turn(from - AT_ONCE)}>
          {say('work.passages.earlier', { passages: Math.min(AT_ONCE, from) })}
        </Button>
      )}
      <ol>
        {shown.map((entry) => (
          <Entry
            key={entry.passage.id}
            words={index.slice(entry.passage.start, entry.passage.end)}
            chosen={entry.passage.id === chosen}
            {...{ entry, codes, tools }}
          />
        ))}
      </ol>
      {from + AT_ONCE >= inOrder.length ? null : (
        <Button className="button" onPress={() => turn(from + AT_ONCE)}>
          {say('work.passages.later', { passages: Math.min(AT_ONCE, inOrder.length - from - AT_ONCE) })}
        </Button>
      )}
    </aside>
  )
}

interface EntryProps extends Pick<PassageListProps, 'codes' | 'tools'> {
  readonly entry: PassageShown
  readonly words: string
  readonly chosen: boolean
}

function Entry({ entry, words, codes, tools, chosen }: EntryProps) {
  const { say } = useTongue()
  const { passage, claims, codings, mine } = entry
  return (
    <li id={`resting-on-${passage.id}`} className={styles.entry} data-chosen={chosen}>
      <ChoosePassage passage={passage.id} chosen={chosen} className={styles.entryWords}>
        {passage.code === '' ? null : <Code>{passage.code}</Code>} <q dir="auto">{words}</q>
      </ChoosePassage>
      {codings.length === 0 ? null : (
        <ul className={styles.codings}>
          {codings.map((coding) => (
            <CodingMark
              key={`${coding.code} ${coding.coder}`}
              {...{ coding, codes }}
              undo={coding.mine && tools !== null ? () => tools.uncode(passage, coding.code) : null}
            />
          ))}
        </ul>
      )}
      <ul>
        {claims.map((claim) => (
          <RestingClaim key={claim.id} claim={claim} />
        ))}
      </ul>
      {mine && codings.length === 0 && tools !== null ? (
        <Button className={styles.small ?? ''} onPress={() => tools.unmark(passage)}>
          {say('work.unmark')}
        </Button>
      ) : null}
    </li>
  )
}

interface CodingMarkProps extends Pick<PassageListProps, 'codes'> {
  readonly coding: CodingShown
  readonly undo: (() => void) | null
}

/** The code that a passage was put under, by whom where it was somebody else, and the memo. */
function CodingMark({ coding, codes, undo }: CodingMarkProps) {
  const { say } = useTongue()
  const code = codes.find(({ id }) => id === coding.code)
  if (code === undefined) return null
  return (
    <li className={styles.coding}>
      <span>
        <InWords words={code.name} />
        {coding.mine ? null : (
          <>
            {' '}
            · <bdi>{coding.by}</bdi>
          </>
        )}
      </span>
      {undo === null ? null : (
        <Button
          className={styles.small ?? ''}
          aria-label={say('work.uncode', { code: code.code })}
          onPress={undo}
        >
          ×
        </Button>
      )}
      {coding.memo === null ? null : <span className={styles.memo}>{coding.memo}</span>}
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
