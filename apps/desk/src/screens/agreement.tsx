import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { printNumber, wordsIn, type Outcome } from '@corroborate/base'
import type { AgreementView, CodesView } from '@corroborate/server/api'
import { agreementOf, codesOf, textOf } from '../api.ts'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { DataTable } from '../parts/data-table.tsx'
import { Facts } from '../parts/facts.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { Code } from '../parts/in-words.tsx'
import { TextLink } from '../parts/links.tsx'
import { Page, Section } from '../parts/page.tsx'
import { stretchHash } from '../reading/stretch-hash.ts'

const route = getRouteApi('/i/$investigation/texts/$text/agreement')

/** How far the coders of a text agree on a branch of the codes, and where they do not, as a list to work through. */
export function Agreement() {
  const { say, locale } = useTongue()
  const { investigation, text: id } = route.useParams()
  const { data: view } = useSuspenseQuery(textOf(investigation, id))
  const { data: system } = useSuspenseQuery(codesOf(investigation))
  const [code, setCode] = useState<string | null>(null)
  const opened = view.coding.opened !== null
  const { data } = useQuery({
    ...agreementOf(investigation, id, code ?? ''),
    enabled: opened && code !== null,
    throwOnError: true,
  })
  return (
    <Page
      name={`${say('agreement.title')} · ${view.text.code}`}
      kicker={
        <TextLink id={id}>
          <Code>{view.text.code}</Code> {wordsIn(locale, view.text.title)}
        </TextLink>
      }
      heading={say('agreement.title')}
      lead={say(opened ? 'agreement.lead' : 'agreement.not-opened')}
    >
      {opened ? (
        <FindOne
          label={say('agreement.branch')}
          options={system.codes.map(({ id: one, code: called, name }) => ({
            id: one,
            name: `${called} · ${wordsIn(locale, name)}`,
          }))}
          chosen={code}
          choose={setCode}
        />
      ) : null}
      {data === undefined ? null : (
        <>
          <Measures view={data} codes={system.codes} />
          <Differing view={data} codes={system.codes} />
        </>
      )}
    </Page>
  )
}

interface AgreementProps {
  readonly view: AgreementView
  readonly codes: CodesView['codes']
}

function Measures({ view: { coders, alpha, kappas }, codes }: AgreementProps) {
  const { say, locale } = useTongue()
  const nameOf = useNameOf(codes)
  const measured = alpha.ok
    ? [
        { name: say('agreement.all'), value: <Measured outcome={alpha.value.all} /> },
        { name: say('agreement.where'), value: <Measured outcome={alpha.value.where} /> },
        { name: say('agreement.which'), value: <Measured outcome={alpha.value.which.alpha} /> },
        ...alpha.value.each.map(({ value, alpha: one }) => ({
          name: say('agreement.each', { code: nameOf(value) }),
          value: <Measured outcome={one} />,
        })),
      ]
    : [{ name: say('agreement.all'), value: <RefusalText refusal={alpha} /> }]
  return (
    <Section
      title={say('agreement.measures')}
      note={new Intl.ListFormat(locale, { type: 'conjunction' }).format(coders)}
    >
      <Facts facts={measured} />
      <Facts
        facts={kappas.map(({ coders: [first, second], kappa }) => ({
          name: say('agreement.kappa', { first, second }),
          value: kappa.ok ? (
            <bdi>
              {say('desk.review.kappa.value', {
                kappa: printNumber(locale, kappa.value.kappa, 2),
                low: printNumber(locale, kappa.value.interval[0], 2),
                high: printNumber(locale, kappa.value.interval[1], 2),
              })}
            </bdi>
          ) : (
            <RefusalText refusal={kappa} />
          ),
        }))}
      />
    </Section>
  )
}

function Measured({ outcome }: { readonly outcome: Outcome<number> }) {
  const { locale } = useTongue()
  return outcome.ok ? <bdi>{printNumber(locale, outcome.value, 2)}</bdi> : <RefusalText refusal={outcome} />
}

function useNameOf(codes: CodesView['codes']): (id: string) => string {
  const { locale } = useTongue()
  return (id) => {
    const code = codes.find((one) => one.id === id)
    return code === undefined ? '—' : wordsIn(locale, code.name)
  }
}

function Differing({ view: { text, differing }, codes }: AgreementProps) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const nameOf = useNameOf(codes)
  return (
    <Section
      title={say('agreement.differing')}
      note={say('agreement.differing.count', { places: differing.length })}
    >
      {differing.length === 0 ? null : (
        <DataTable
          label={say('agreement.differing')}
          rows={differing}
          keyOf={({ start }) => start}
          columns={[
            {
              name: 'words',
              head: say('agreement.words'),
              look: 'main',
              cell: ({ start, end, exact }) => (
                <Link
                  to="/i/$investigation/texts/$text"
                  params={{ investigation, text: text.id }}
                  hash={stretchHash({ start, end })}
                >
                  <q dir="auto">{exact}</q>
                </Link>
              ),
            },
            { name: 'kind', head: say('agreement.kind'), cell: ({ kind }) => say(`agreement.kind.${kind}`) },
            {
              name: 'said',
              head: say('agreement.said'),
              cell: ({ said }) => (
                <ul>
                  {said.map(({ by, codes: under }) => (
                    <li key={by}>
                      <bdi>{by}</bdi>:{' '}
                      {under.length === 0 ? say('agreement.nothing') : under.map(nameOf).join(' · ')}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
