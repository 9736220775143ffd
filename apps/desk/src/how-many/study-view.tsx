import type { Words } from '@corroborate/base'
import { wordsIn } from '@corroborate/base'
import type { ListStudy } from '@corroborate/estimate'
import { methodsDotsChart, methodsDotsOf, methodsDotsTable } from '@corroborate/press/charts'
import { useTongue } from '../locale.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { Num } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'
import { ChartWithNumbers } from './chart-with-numbers.tsx'
import { MethodPictures } from './method-pictures.tsx'
import { OverlapView } from './overlap-view.tsx'
import { Moved } from './moved.tsx'
import { Strata } from './strata.tsx'
import { Cautions, VerdictText } from './verdict.tsx'

interface StudyProps {
  readonly study: ListStudy
  readonly asked: { readonly code: string; readonly question: Words; readonly unit: Words }
}

/**
 * A study of lists: what they carry and why; what is in them; every method beside every other; what each list, each prior and each
 * supposition moves. No number stands by itself.
 */
export function StudyView({ study, asked }: StudyProps) {
  const { say, locale } = useTongue()
  const named = { code: asked.code, title: wordsIn(locale, asked.question), locale }
  const methods = methodsDotsOf(study, named)
  return (
    <>
      <section className={styles.summary} aria-label={say('desk.verdict')}>
        <VerdictText study={study} unit={asked.unit} />
        {study.verdict.reasons.length === 0 ? null : (
          <>
            <h2 className={styles.because}>{say('desk.verdict.because')}</h2>
            <Cautions cautions={study.verdict.reasons} />
          </>
        )}
      </section>
      {study.strata.length === 0 ? null : <Strata study={study} />}
      <Section title={say('desk.study.methods')} note={say('desk.study.methods.note')}>
        <ChartWithNumbers
          name={say('desk.study.methods')}
          draw={(layout) => methodsDotsChart(methods, locale, layout)}
          table={methodsDotsTable(methods, locale)}
        />
        <MethodCautions study={study} />
      </Section>
      <Section title={say('desk.study.overlap')} note={say('desk.study.overlap.note')}>
        <OverlapView overlap={study.overlap} diagnosis={study.diagnosis} named={named} />
        <Chances study={study} />
      </Section>
      <MethodPictures study={study} named={named} />
      <Moved study={study} />
      <Provenance study={study} />
    </>
  )
}

/** What each method warns of, under its name. */
function MethodCautions({ study }: { readonly study: ListStudy }) {
  const { say } = useTongue()
  const warned = study.methods.flatMap(({ method, answer }) =>
    answer.ok && answer.value.cautions.length > 0 ? [{ method, cautions: answer.value.cautions }] : [],
  )
  if (warned.length === 0) return null
  return (
    <details className={styles.numbers}>
      <summary>{say('desk.study.method-cautions')}</summary>
      {warned.map(({ method, cautions }) => (
        <div key={method} className={styles.warned}>
          <h3>{say(`estimate.method.${method}`)}</h3>
          <Cautions cautions={cautions} />
        </div>
      ))}
    </details>
  )
}

/** Whether the people look as easy to reach as each other. */
function Chances({ study: { chances } }: { readonly study: ListStudy }) {
  const { say } = useTongue()
  return <p className={styles.sentence}>{say(`desk.study.chances.${chances.kind}`)}</p>
}

function Provenance({ study }: { readonly study: ListStudy }) {
  const { say } = useTongue()
  return (
    <>
      <Section title={say('desk.estimate.assumptions')}>
        <ul className={styles.assumptions}>
          {study.assumptions.map((assumption) => (
            <li key={assumption.code}>
              <InWords words={assumption.words} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={say('desk.study.made-of')} note={say('desk.study.made-of.note')}>
        <Facts
          facts={[
            { name: say('desk.run.seed'), value: <Code>{study.seed}</Code> },
            { name: say('desk.study.digest'), value: <Code>{study.digest}</Code> },
            { name: say('desk.run.software'), value: <Code>{study.software}</Code> },
            { name: say('desk.study.replicates'), value: <Num value={study.settings.replicates} /> },
            { name: say('desk.study.effective'), value: <Num value={study.settings.effective} /> },
          ]}
        />
      </Section>
    </>
  )
}
