import { levelInWords, printBits, type LinkageModel, type LinkageSettings } from '@corroborate/linkage'
import type { LinkageSummary } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, GroupedTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'
import { comparisonInWords, ruleInWords } from './in-words.ts'
import { useShare } from './share-in-words.ts'

type BlockingRow = LinkageSummary['blocking'][number]

/** Which pairs were looked at: each rule, and what it made. */
export function BlockingTable({ blocking }: Pick<LinkageSummary, 'blocking'>) {
  const { say } = useTongue()
  const columns: readonly Column<BlockingRow>[] = [
    { name: 'rule', head: say('desk.link.rule'), look: 'main', cell: ({ rule }) => ruleInWords(say, rule) },
    {
      name: 'pairs',
      head: say('desk.link.rule.pairs'),
      look: 'number',
      cell: ({ pairs }) => <Num value={pairs} />,
    },
    {
      name: 'largest',
      head: say('desk.link.rule.largest'),
      look: 'number',
      cell: ({ largestBlock }) => <Num value={largestBlock} />,
    },
    {
      name: 'without',
      head: say('desk.link.rule.without'),
      look: 'number',
      cell: ({ rowsWithoutKey }) => <Num value={rowsWithoutKey} />,
    },
  ]
  return (
    <DataTable
      label={say('desk.link.blocking')}
      columns={columns}
      rows={blocking}
      keyOf={({ rule }) => JSON.stringify(rule)}
    />
  )
}

interface LevelRow {
  readonly key: string
  readonly level: LinkageModel['comparisons'][number]['levels'][number]
}

/** What each answer of each comparison weighs: how often it is so among pairs of one person, and among pairs of two. */
export function ModelTables({
  model,
  settings,
}: {
  readonly model: LinkageModel
  readonly settings: LinkageSettings
}) {
  const { say, locale } = useTongue()
  const share = useShare()
  const heaviest = Math.max(
    1,
    ...model.comparisons.flatMap(({ levels }) => levels.map(({ weight }) => Math.abs(weight))),
  )
  const columns: readonly Column<LevelRow>[] = [
    {
      name: 'level',
      head: say('desk.link.level'),
      look: 'main',
      cell: ({ level }) => levelInWords(locale, level.level),
    },
    { name: 'm', head: say('desk.link.m'), look: 'number', cell: ({ level }) => share(level.m) },
    { name: 'u', head: say('desk.link.u'), look: 'number', cell: ({ level }) => share(level.u) },
    {
      name: 'weight',
      head: say('desk.link.weight'),
      cell: ({ level: { weight } }) => (
        <span className={styles.weight}>
          <WeightBar share={weight / heaviest} />
          <bdi className="number">{printBits(locale, weight)}</bdi>
        </span>
      ),
    },
    {
      name: 'seen',
      head: say('desk.link.seen'),
      look: 'number',
      cell: ({ level }) => (level.seen === 0 ? say('desk.link.never') : <Num value={level.seen} />),
    },
  ]
  return (
    <>
      <p className={styles.sentence}>{say('desk.link.prior', { share: share(model.prior) })}</p>
      <GroupedTable
        label={say('desk.link.model')}
        columns={columns}
        groups={model.comparisons.map(({ name, levels }, at) => {
          const setting = settings.comparisons[at]
          return {
            key: name,
            head: setting === undefined ? name : comparisonInWords(say, setting),
            rows: levels.map((level) => ({ key: `${name} ${level.level}`, level })).toReversed(),
          }
        })}
        keyOf={({ key }) => key}
      />
    </>
  )
}

/** A bar from the middle: to the end what speaks for one person, to the start what speaks against. */
function WeightBar({ share }: { readonly share: number }) {
  const width = Math.abs(share) * 50
  return (
    <svg className={styles.weightBar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect
        x={share < 0 ? 50 - width : 50}
        y="1"
        width={width}
        height="8"
        data-for={share < 0 ? 'different' : 'same'}
      />
      <line x1="50" x2="50" y1="0" y2="10" />
    </svg>
  )
}

type Band = LinkageSummary['bands'][number]

/** How many kept pairs are held how probable, the most probable first, with the line from which records are joined. */
export function ScoreTable({
  bands,
  joinFrom,
}: Pick<LinkageSummary, 'bands'> & { readonly joinFrom: number }) {
  const { say } = useTongue()
  const share = useShare()
  const most = Math.max(1, ...bands.map(({ pairs }) => pairs))
  const columns: readonly Column<Band>[] = [
    {
      name: 'probability',
      head: say('desk.link.probability'),
      look: 'tight',
      cell: ({ from, to }) => say('desk.link.band', { from: share(from), to: share(to) }),
    },
    {
      name: 'bar',
      head: say('desk.link.many'),
      cell: ({ from, pairs }) => (
        <svg
          className={styles.band}
          viewBox="0 0 100 10"
          preserveAspectRatio="none"
          data-joined={from >= joinFrom}
          aria-hidden="true"
        >
          <rect x="0" y="1" width={pairs === 0 ? 0 : Math.max(0.5, (100 * pairs) / most)} height="8" />
        </svg>
      ),
    },
    {
      name: 'pairs',
      head: say('desk.link.scores.pairs'),
      look: 'number',
      cell: ({ pairs }) => <Num value={pairs} />,
    },
  ]
  const withPairs = bands.filter(({ pairs }) => pairs > 0)
  return (
    <DataTable
      label={say('desk.link.scores')}
      columns={columns}
      rows={withPairs.toReversed()}
      keyOf={({ from }) => from}
    />
  )
}
