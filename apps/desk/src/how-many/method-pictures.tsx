import type { Locale } from '@corroborate/base'
import type { ListStudy, MethodAnswered } from '@corroborate/estimate'
import {
  densityChart,
  densityOf,
  densityTable,
  modelDotsChart,
  modelDotsOf,
  modelDotsTable,
  tracesChart,
  tracesOf,
  tracesTable,
} from '@corroborate/press/charts'
import { useTongue } from '../locale.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'
import { ChartWithNumbers } from './chart-with-numbers.tsx'

interface Named {
  readonly code: string
  readonly title: string
  readonly locale: Locale
}

/** The verdict rests on these two: they make different mistakes. Their pictures are open, those of others to be opened. */
const RECOMMENDED: readonly string[] = ['decomposable-graphs', 'latent-class']

/** Each method's own pictures: how credible each number is, its models, its chains. */
export function MethodPictures({ study, named }: { readonly study: ListStudy; readonly named: Named }) {
  const { say } = useTongue()
  const pictured = study.methods.filter(hasPicture)
  const recommended = pictured.filter(({ method }) => RECOMMENDED.includes(method))
  const others = pictured.filter(({ method }) => !RECOMMENDED.includes(method))
  const { observed } = study.overlap
  return (
    <>
      {recommended.length === 0 ? null : (
        <Section title={say('desk.study.recommended')} note={say('desk.study.recommended.note')}>
          <div className={styles.pictures}>
            {recommended.map((answered) => (
              <div key={answered.method}>
                <h3>{say(`estimate.method.${answered.method}`)}</h3>
                <Pictures answered={answered} named={named} observed={observed} />
              </div>
            ))}
          </div>
        </Section>
      )}
      {others.length === 0 ? null : (
        <Section title={say('desk.study.other-pictures')}>
          {others.map((answered) => (
            <details key={answered.method} className={styles.numbers}>
              <summary>{say(`estimate.method.${answered.method}`)}</summary>
              <Pictures answered={answered} named={named} observed={observed} />
            </details>
          ))}
        </Section>
      )}
    </>
  )
}

function Pictures({
  answered,
  named,
  observed,
}: {
  readonly answered: MethodAnswered
  readonly named: Named
  readonly observed: number
}) {
  const { say } = useTongue()
  const { locale } = named
  const density = densityOf(answered, { ...named, observed })
  const models = modelDotsOf(answered, named)
  const traces = tracesOf(answered, named)
  return (
    <>
      {density === null ? null : (
        <ChartWithNumbers
          name={say('desk.study.density')}
          draw={(layout) => densityChart(density, locale, layout)}
          table={densityTable(density, locale)}
        />
      )}
      {models === null ? null : (
        <ChartWithNumbers
          name={say('desk.study.models')}
          draw={(layout) => modelDotsChart(models, locale, layout)}
          table={modelDotsTable(models, locale)}
        />
      )}
      {traces === null ? null : (
        <ChartWithNumbers
          name={say('desk.study.chains')}
          draw={(layout) => tracesChart(traces, locale, layout)}
          table={tracesTable(traces, locale)}
        />
      )}
    </>
  )
}

function hasPicture({ pictures }: MethodAnswered): boolean {
  return pictures.density !== null || pictures.models.length > 0 || pictures.traces.length > 0
}
