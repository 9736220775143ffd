import { wordsIn, type Range, type Words } from '@corroborate/base'
import type { PatternStudy, ReadingStudied } from '@corroborate/estimate'
import {
  simulationsChart,
  simulationsOf,
  simulationsTable,
  sobolChart,
  sobolOf,
  sobolTable,
  tornadoChart,
  tornadoOf,
  tornadoTable,
} from '@corroborate/press/charts'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'
import { ChartWithNumbers } from './chart-with-numbers.tsx'

interface StudyProps {
  readonly study: PatternStudy
  readonly asked: { readonly code: string; readonly question: Words }
  readonly published: Range | null
}

/** What stands around a number from claims: draws under every dependence, what moves it, what it rests on, what would have to be believed. */
export function PatternStudyView({ study, asked, published }: StudyProps) {
  const { say } = useTongue()
  return (
    <>
      <Section title={say('desk.study.claims')} note={say('desk.study.claims.note')}>
        {study.readings.map((reading) => (
          <Reading
            key={reading.alternative ?? ''}
            {...{ reading, asked }}
            published={reading.alternative === null ? published : null}
          />
        ))}
      </Section>
      <Sentences
        title={say('desk.study.without-origin')}
        words={study.withoutOrigins.map((one) => one.words)}
      />
      <Sentences title={say('desk.study.projections')} words={study.projections.map((one) => one.words)} />
      <p className={styles.quiet}>
        {study.seed === null ? null : (
          <>
            {say('desk.run.seed')} <Code>{String(study.seed)}</Code> ·{' '}
          </>
        )}
        {say('desk.study.digest')} <Code>{study.digest}</Code> · <Code>{study.software}</Code>
      </p>
    </>
  )
}

/** One reading: the one that was asked is open, the others can be opened beside it. */
function Reading({
  reading,
  asked,
  published,
}: Omit<StudyProps, 'study'> & { readonly reading: ReadingStudied }) {
  const { say, locale } = useTongue()
  const code = `${asked.code}-${reading.alternative ?? 'asked'}`
  const named = { code, title: wordsIn(locale, asked.question), locale }
  const drawn = simulationsOf(reading, { ...named, published })
  const tornado = tornadoOf(reading, named)
  const sobol = sobolOf(reading, named)
  const believed = reading.breakEven.flatMap(({ words, alone }) => [words, ...alone.map((one) => one.words)])
  return (
    <details className={styles.numbers} open={reading.alternative === null}>
      <summary>
        <InWords words={reading.words} />
      </summary>
      <div className={styles.pictures}>
        {drawn === null ? null : (
          <div>
            <h3>{say('desk.study.drawn')}</h3>
            <ChartWithNumbers
              name={say('desk.study.drawn')}
              draw={(layout) => simulationsChart(drawn, locale, layout)}
              table={simulationsTable(drawn, locale)}
            />
          </div>
        )}
        {tornado === null ? null : (
          <div>
            <h3>{say('desk.study.tornado')}</h3>
            <ChartWithNumbers
              name={say('desk.study.tornado')}
              draw={(layout) => tornadoChart(tornado, locale, layout)}
              table={tornadoTable(tornado, locale)}
            />
          </div>
        )}
        {sobol === null ? null : (
          <div>
            <h3>{say('desk.study.sobol')}</h3>
            <ChartWithNumbers
              name={say('desk.study.sobol')}
              draw={(layout) => sobolChart(sobol, locale, layout)}
              table={sobolTable(sobol, locale)}
            />
          </div>
        )}
      </div>
      {believed.length === 0 ? null : (
        <>
          <h3>{say('desk.study.break-even')}</h3>
          <SentenceList words={believed} />
        </>
      )}
    </details>
  )
}

function Sentences({ title, words }: { readonly title: string; readonly words: readonly Words[] }) {
  if (words.length === 0) return null
  return (
    <Section title={title}>
      <SentenceList words={words} />
    </Section>
  )
}

function SentenceList({ words }: { readonly words: readonly Words[] }) {
  const { locale } = useTongue()
  return (
    <ul className={styles.cautions}>
      {words.map((one) => (
        <li key={wordsIn(locale, one)}>
          <InWords words={one} />
        </li>
      ))}
    </ul>
  )
}
