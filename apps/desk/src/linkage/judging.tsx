import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button, CheckboxButton, CheckboxField } from 'react-aria-components'
import type { LinkageSettings } from '@corroborate/linkage'
import type { PairToJudge, RecordShown, ReviewQueueView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/linkage.module.css'
import { Contradictions } from './contradictions.tsx'
import type { Letter, Outbox, OutboxState } from '../outbox/outbox.ts'
import { PairBeside } from './pair-beside.tsx'
import { PairExplained } from './pair-explained.tsx'
import { pairSeen, reviewStateOf } from './queries.ts'
import { useShare } from './share-in-words.ts'
import { useVerdictKeys, type VerdictKey } from './use-verdict-keys.ts'

const VERDICTS = ['same', 'different', 'unsure'] as const
type Verdict = (typeof VERDICTS)[number]

/** What was said in this round, in its order. */
interface Said {
  readonly pair: PairToJudge
  readonly verdict: Verdict
  /** The letter that tells the server. */
  readonly letter: string
}

interface JudgingProps {
  readonly run: string
  readonly settings: LinkageSettings
  readonly queue: ReviewQueueView
  readonly outbox: Outbox
  readonly post: OutboxState
  /** What is offered when the round is done. */
  readonly after: ReactNode
}

/** One round: a pair, a key, the next pair. What was said goes to the server behind the reader's back. */
export function Judging({ run, settings, queue, outbox, post, after }: JudgingProps) {
  const { say } = useTongue()
  const [said, setSaid] = useState<readonly Said[]>([])
  const [shown, setShown] = useState(false)
  const [help, setHelp] = useState(false)
  const [why, setWhy] = useState(false)
  const { pairs } = queue
  const now = pairs[said.length]
  const last = said.at(-1)
  const on = (key: VerdictKey) => {
    if (key === 'help') setHelp(!help)
    else if (key === 'why') setWhy(!why)
    else if (key === 'back') {
      if (last === undefined) return
      if (!outbox.drop(last.letter)) outbox.put(takenBack(last.pair))
      setSaid(said.slice(0, -1))
    } else if (now !== undefined) {
      const letter = judged(now, { run, verdict: key })
      outbox.put(letter)
      setSaid([...said, { pair: now, verdict: key, letter: letter.id }])
    }
  }
  useVerdictKeys(on)
  return (
    <section className={styles.judging} aria-label={say('desk.review.round')}>
      <div className={styles.place}>
        <p role="status">
          {now === undefined
            ? say('desk.review.round-done', { pairs: said.length })
            : say('desk.review.place', { pair: said.length + 1, pairs: pairs.length })}
        </p>
        <p>{say('desk.review.left', { pairs: Math.max(0, queue.kept - queue.judged - said.length) })}</p>
        <progress aria-label={say('desk.review.round')} max={pairs.length} value={said.length} />
      </div>
      {now === undefined ? (
        <RoundDone said={said}>{after}</RoundDone>
      ) : (
        <PairBeside key={now.pair} pair={now} />
      )}
      <div className={styles.verdicts}>
        {VERDICTS.map((verdict, at) => (
          <Button
            key={verdict}
            className="button"
            data-verdict={verdict}
            isDisabled={now === undefined}
            onPress={() => on(verdict)}
          >
            {say(`desk.review.${verdict}`)} <kbd>{say('desk.review.key', { key: at + 1 })}</kbd>
          </Button>
        ))}
        <Button className="button" isDisabled={last === undefined} onPress={() => on('back')}>
          {say('desk.review.back')} <kbd>Z</kbd>
        </Button>
        <Button className="button" aria-expanded={help} onPress={() => setHelp(!help)}>
          {say('desk.review.help')} <kbd>?</kbd>
        </Button>
      </div>
      {help ? <Help /> : null}
      {last === undefined ? null : (
        <JustJudged key={last.letter} {...{ run, settings, last, post, why }} onWhy={() => on('why')} />
      )}
      <div className={styles.blind}>
        <CheckboxField isSelected={shown} onChange={setShown}>
          <CheckboxButton className={inputs.radio ?? ''}>{say('desk.review.show-score')}</CheckboxButton>
        </CheckboxField>
        <p>{say(shown ? 'desk.review.shown' : 'desk.review.blind')}</p>
        {shown && now !== undefined ? <Score key={now.pair} run={run} pair={now.pair} /> : null}
      </div>
    </section>
  )
}

function at({ list, row }: RecordShown) {
  return { list, row }
}

function judged(
  { pair, left, right }: PairToJudge,
  { run, verdict }: { readonly run: string; readonly verdict: Verdict },
): Letter {
  const body = { left: at(left), right: at(right), verdict, why: null, run }
  return { id: freshName(pair), path: '/judgements', body }
}

function takenBack({ pair, left, right }: PairToJudge): Letter {
  const body = { left: at(left), right: at(right) }
  return { id: freshName(pair), path: '/judgements/taken-back', body }
}

/** A pair may be judged, taken back, and judged again: each letter has a name of its own. */
function freshName(pair: number): string {
  return `${pair}.${crypto.getRandomValues(new Uint32Array(2)).join('.')}`
}

function RoundDone({ said, children }: { readonly said: readonly Said[]; readonly children: ReactNode }) {
  const { say } = useTongue()
  return (
    <div className={styles.roundDone}>
      <ul>
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            {say(`desk.review.${verdict}`)}
            {say('desk.list.colon')}
            {say('desk.review.pairs', { pairs: said.filter((one) => one.verdict === verdict).length })}
          </li>
        ))}
      </ul>
      {children}
    </div>
  )
}

/** The pair before: what one said of it oneself, and only now what the machine holds and what others said. */
function JustJudged({
  run,
  settings,
  last: { pair, verdict, letter },
  post,
  why,
  onWhy,
}: Pick<JudgingProps, 'run' | 'settings' | 'post'> & {
  readonly last: Said
  /** Whether it is shown why the machine holds what it holds. */
  readonly why: boolean
  readonly onWhy: () => void
}) {
  const { say } = useTongue()
  const share = useShare()
  const investigation = useInvestigation()
  const kept = post.sent.has(letter)
  const { data } = useQuery({
    ...pairSeen(investigation, run, { pair: pair.pair, shown: false }),
    enabled: kept,
    retry: false,
  })
  const warned = (post.warnings.get(letter) ?? []).length > 0
  const state = useQuery({ ...reviewStateOf(investigation, run), enabled: warned, staleTime: 0 })
  return (
    <div className={styles.justJudged}>
      <p>
        {say('desk.review.you-said', { verdict: say(`desk.review.${verdict}`) })}{' '}
        {data === undefined ? null : say('desk.review.machine-said', { share: share(data.probability) })}{' '}
        {data === undefined
          ? null
          : data.words.length === 0
            ? say('desk.review.nobody-else')
            : data.words.map((word) => (
                <span key={word.by}>
                  {say('desk.review.other-said', {
                    by: word.by,
                    verdict: word.verdict === 'taken-back' ? '' : say(`desk.review.${word.verdict}`),
                  })}{' '}
                </span>
              ))}
      </p>
      {data === undefined ? null : (
        <Button className="button" aria-expanded={why} onPress={onWhy}>
          {say('desk.review.why')} <kbd>W</kbd>
        </Button>
      )}
      {data === undefined || !why ? null : (
        <PairExplained
          {...{ run, settings }}
          records={[pair.left, pair.right]}
          title={say('desk.review.why.of')}
        />
      )}
      {warned ? <Contradictions found={state.data?.contradictions ?? []} /> : null}
    </div>
  )
}

function Score({ run, pair }: { readonly run: string; readonly pair: number }) {
  const { say } = useTongue()
  const share = useShare()
  const { data } = useQuery(pairSeen(useInvestigation(), run, { pair, shown: true }))
  if (data === undefined) return null
  return <p role="status">{say('desk.review.machine-said', { share: share(data.probability) })}</p>
}

function Help() {
  const { say } = useTongue()
  const keys = [
    ['same', '1 / S'],
    ['different', '2 / D'],
    ['unsure', '3 / U'],
    ['back', 'Z / ⌫'],
    ['why', 'W'],
  ] as const
  return (
    <div className={styles.help} role="note">
      <dl>
        {keys.map(([what, key]) => (
          <div key={what}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>{say(`desk.review.${what}`)}</dd>
          </div>
        ))}
      </dl>
      <p>{say('desk.review.help.words')}</p>
    </div>
  )
}
