import {
  blockingTable,
  levelsOf,
  levelSharesChart,
  levelsTable,
  levelWeightsChart,
  scoreHistogramChart,
  scoreHistogramTable,
  unlinkablesChart,
  unlinkablesTable,
  type ScoreHistogram,
} from '@corroborate/press/charts'
import { BAND_EDGES, weightOf, type LinkageSettings } from '@corroborate/linkage'
import type { LinkageSummary } from '@corroborate/server/api'
import { ChartWithNumbers } from '../how-many/chart-with-numbers.tsx'
import { PressTable } from '../how-many/press-table.tsx'
import { useTongue } from '../locale.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/linkage.module.css'
import { modelNamed, ruleNamed } from './named.ts'
import { useShare } from './share-in-words.ts'

interface RunChartsProps {
  readonly run: string
  readonly summary: LinkageSummary
  readonly settings: LinkageSettings
}

/** What a run rests on, drawn as the press draws it: how sure it is, what agreement weighs, whom it cannot link, which pairs it looked at. */
export function RunCharts({ run, summary, settings }: RunChartsProps) {
  const { say } = useTongue()
  return (
    <>
      <Section title={say('desk.link.scores')} note={say('desk.link.scores.note')}>
        <Scores {...{ run, summary, settings }} />
      </Section>
      <Section title={say('desk.link.model')} note={say('desk.link.model.note')}>
        <Levels {...{ run, summary, settings }} />
      </Section>
      <Section title={say('desk.link.unlinkables')} note={say('desk.link.unlinkables.note')}>
        <Unlinkable {...{ run, summary }} />
      </Section>
      <Section title={say('desk.link.blocking')} note={say('desk.link.blocking.note')}>
        <Blocking summary={summary} />
      </Section>
    </>
  )
}

function Scores({ run, summary, settings }: RunChartsProps) {
  const { say, locale } = useTongue()
  const name = say('desk.link.scores')
  const histogram: ScoreHistogram = {
    ...{ code: run, title: name, bins: summary.scores },
    ...{ bands: BAND_EDGES.map(weightOf), line: weightOf(settings.joinFrom) },
  }
  return (
    <ChartWithNumbers
      name={name}
      draw={(layout) => scoreHistogramChart(histogram, locale, layout)}
      table={scoreHistogramTable(histogram, locale)}
    />
  )
}

function Levels({ run, summary, settings }: RunChartsProps) {
  const { say, locale } = useTongue()
  const share = useShare()
  const drawn = (title: string) =>
    levelsOf(modelNamed(say, summary.model, settings), { code: run, title, locale })
  const [weights, shares] = [say('desk.link.model'), say('desk.link.model.shares')]
  return (
    <>
      <p className={styles.sentence}>{say('desk.link.prior', { share: share(summary.model.prior) })}</p>
      <ChartWithNumbers
        name={weights}
        draw={(layout) => levelWeightsChart(drawn(weights), locale, layout)}
        table={levelsTable(drawn(weights), locale)}
      />
      <ChartWithNumbers
        name={shares}
        draw={(layout) => levelSharesChart(drawn(shares), locale, layout)}
        table={levelsTable(drawn(shares), locale)}
      />
    </>
  )
}

function Unlinkable({ run, summary: { unlinkables } }: Omit<RunChartsProps, 'settings'>) {
  const { say, locale } = useTongue()
  if (unlinkables === null) return <p>{say('desk.link.unlinkables.none')}</p>
  const name = say('desk.link.unlinkables')
  return (
    <ChartWithNumbers
      name={name}
      draw={(layout) => unlinkablesChart({ ...unlinkables, code: run, title: name }, locale, layout)}
      table={unlinkablesTable(unlinkables, locale)}
    />
  )
}

function Blocking({ summary: { blocking } }: Pick<RunChartsProps, 'summary'>) {
  const { say, locale } = useTongue()
  const named = blocking.map((one) => ({ ...one, rule: ruleNamed(say, one.rule) }))
  return <PressTable label={say('desk.link.blocking')} table={blockingTable(named, locale)} />
}
