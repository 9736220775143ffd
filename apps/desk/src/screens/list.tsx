import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Form } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { ListIntakeView } from '@corroborate/server/api'
import { listsOf } from '../api.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { Aside } from '../linkage/aside.tsx'
import { CellsTable } from '../linkage/cells-table.tsx'
import { fieldInWords } from '../linkage/in-words.ts'
import { CleanField, MappingFields } from '../linkage/mapping-fields.tsx'
import type { MappingDraft } from '../linkage/mapping-draft.ts'
import { useMay } from '../parts/may.ts'
import { intakeOf, listRowsOf } from '../linkage/queries.ts'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { More } from '../parts/more.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Nowhere } from '../parts/problem.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/linkage.module.css'

const route = getRouteApi('/i/$investigation/lists/$list')

/** One list: where it came from, how it is read, and its rows as they came. */
export function List() {
  const { say, locale } = useTongue()
  const { investigation, list } = route.useParams()
  const { data: known } = useSuspenseQuery(listsOf(investigation))
  const { data: intake } = useSuspenseQuery(intakeOf(investigation, list))
  const card = known.lists.find(({ id }) => id === list)
  if (card === undefined) return <Nowhere />
  return (
    <Page
      name={wordsIn(locale, card.title)}
      kicker={
        <>
          {say('desk.lists')} · <Code>{card.code}</Code>
        </>
      }
      heading={<InWords words={card.title} />}
    >
      <Provenance {...{ intake }} holder={card.holder} rows={card.rows} />
      <Section title={say('desk.receive.mapping')} note={say('desk.lists.mapping.note')}>
        <Mapping
          list={list}
          intake={intake}
          examples={card.columns.map((_, at) => intake.first.map(({ cells }) => cells[at] ?? ''))}
        />
      </Section>
      <Section title={say('desk.lists.rows')} note={say('desk.lists.rows.note')}>
        <Rows columns={card.columns} />
      </Section>
    </Page>
  )
}

function Provenance({
  intake: { provenance, clean },
  holder,
  rows,
}: {
  readonly intake: ListIntakeView
  readonly holder: string
  readonly rows: number
}) {
  const { say } = useTongue()
  const from = provenance
  return (
    <>
      <Facts
        facts={[
          { name: say('desk.lists.holder'), value: <bdi>{holder}</bdi> },
          { name: say('desk.lists.rows'), value: <Num value={rows} /> },
          { name: say('desk.lists.file'), value: from === null ? null : <bdi>{from.file}</bdi> },
          {
            name: say('desk.lists.size'),
            value: from === null ? null : say('desk.lists.bytes', { bytes: from.bytes }),
          },
          {
            name: say('desk.lists.received'),
            value:
              from === null ? null : (
                <>
                  <bdi>{from.receivedBy}</bdi> <MomentText time={from.receivedAt} />
                </>
              ),
          },
          { name: say('desk.lists.digest'), value: from === null ? null : <Code>{from.sha256}</Code> },
          {
            name: say('desk.lists.once'),
            value: clean === null ? null : say(clean ? 'desk.yes' : 'desk.lists.once.not-known'),
          },
        ]}
      />
      {from === null ? null : <Aside sentences={from.faults} all={from.aside} />}
    </>
  )
}

/** How the list is read: shown to everyone, put right by whoever may. A linkage that was run keeps the reading that it had. */
function Mapping({
  list,
  intake,
  examples,
}: {
  readonly list: string
  readonly intake: ListIntakeView
  readonly examples: readonly (readonly string[])[]
}) {
  const { say } = useTongue()
  const may = useMay('receive')
  const [draft, setDraft] = useState<MappingDraft | null>(null)
  const [clean, setClean] = useState(intake.clean === true)
  const acting = useAct()
  const { mapping } = intake
  if (mapping === null) return <p>{say('desk.lists.no-mapping')}</p>
  if (draft === null)
    return (
      <>
        <Facts
          facts={mapping.columns.map(({ column, into }) => ({
            name: column,
            value:
              into === null
                ? say('desk.receive.display-only')
                : `${fieldInWords(say, into.field)} (${say(`desk.kind.${into.kind}`)})`,
          }))}
        />
        {may ? (
          <p className={styles.onward}>
            <Button className="button" onPress={() => setDraft(mapping)}>
              {say('desk.lists.mapping.change')}
            </Button>
          </p>
        ) : null}
      </>
    )
  const save = async () => {
    const saved = await acting.run(`/lists/${list}/mapping`, { mapping: draft, clean })
    if (saved.ok) setDraft(null)
  }
  return (
    <Form
      className={inputs.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <MappingFields mapping={draft} onChange={setDraft} examples={examples} />
      <CleanField clean={clean} onChange={setClean} />
      <RefusalNote refusal={acting.refusal} />
      <div className={inputs.end}>
        <Button type="submit" className="button" isDisabled={acting.busy}>
          {say('desk.ask.save')}
        </Button>
      </div>
    </Form>
  )
}

function Rows({ columns }: { readonly columns: readonly string[] }) {
  const { say } = useTongue()
  const { investigation, list } = route.useParams()
  const rows = useSuspenseInfiniteQuery(listRowsOf(investigation, list))
  return (
    <>
      <CellsTable
        label={say('desk.lists.rows')}
        columns={columns}
        rows={rows.data.pages.flatMap((page) => page.rows)}
      />
      <More pages={rows} />
    </>
  )
}
