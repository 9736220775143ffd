import { printNumber } from '@corroborate/base'
import type { ListStudy, SupposedAnswer, VariedAnswer } from '@corroborate/estimate'
import { isKey } from '@corroborate/words'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num, RangeText } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'

type Missed = ListStudy['missed'][number]

/** What the answer would be under other priors, under suppositions that no count can show, and with matches missed. */
export function Moved({ study }: { readonly study: ListStudy }) {
  const { say } = useTongue()
  return (
    <>
      {study.varied.length === 0 ? null : (
        <Section title={say('desk.study.varied')} note={say('desk.study.varied.note')}>
          <Varied rows={study.varied} />
        </Section>
      )}
      {study.supposed.length === 0 ? null : (
        <Section title={say('desk.study.supposed')} note={say('desk.study.supposed.note')}>
          <SupposedTable rows={study.supposed} />
        </Section>
      )}
      {study.missed.length === 0 ? null : (
        <Section title={say('desk.study.missed')} note={say('desk.study.missed.note')}>
          <MissedTable rows={study.missed} />
        </Section>
      )}
    </>
  )
}

function Varied({ rows }: { readonly rows: readonly VariedAnswer[] }) {
  const { say } = useTongue()
  const columns: readonly Column<VariedAnswer>[] = [
    {
      name: 'setting',
      head: say('desk.study.setting'),
      look: 'main',
      cell: ({ setting }) => <SettingText setting={setting} />,
    },
    {
      name: 'method',
      head: say('press.column.method'),
      cell: ({ method }) => say(`estimate.method.${method}`),
    },
    {
      name: 'point',
      head: say('press.column.point'),
      look: 'number',
      cell: ({ point }) => <Num value={Math.round(point)} />,
    },
    {
      name: 'interval',
      head: say('press.column.interval'),
      look: 'number',
      cell: ({ interval }) => <RangeText range={interval} />,
    },
  ]
  return (
    <DataTable
      label={say('desk.study.varied')}
      columns={columns}
      rows={rows}
      keyOf={({ method, setting }) => `${method} ${setting.code} ${JSON.stringify(setting.args)}`}
    />
  )
}

function SettingText({ setting: { code, args } }: { readonly setting: VariedAnswer['setting'] }) {
  const { say } = useTongue()
  const key = `estimate.setting.${code}`
  return <>{isKey(key) ? say(key, args) : `${code} ${Object.values(args).join(' ')}`}</>
}

interface SupposedRow {
  readonly lists: readonly string[]
  readonly answers: readonly SupposedAnswer[]
}

/** A row for lists that are supposed to depend on each other, a column for each strength of it. */
function SupposedTable({ rows }: { readonly rows: readonly SupposedAnswer[] }) {
  const { say, locale } = useTongue()
  const ratios = [...new Set(rows.map(({ ratio }) => ratio))].toSorted((a, b) => a - b)
  const columns: readonly Column<SupposedRow>[] = [
    {
      name: 'lists',
      head: say('desk.study.supposed.lists'),
      look: 'main',
      cell: ({ lists }) => <bdi>{lists.join(say('desk.list.plus'))}</bdi>,
    },
    ...ratios.map((ratio): Column<SupposedRow> => ({
      name: `ratio-${ratio}`,
      head: say('desk.study.supposed.ratio', { ratio: printNumber(locale, ratio, 2) }),
      look: 'number',
      cell: ({ answers }) => {
        const answer = answers.find((one) => one.ratio === ratio)
        return answer === undefined ? null : <Num value={answer.people} />
      },
    })),
  ]
  return (
    <DataTable
      label={say('desk.study.supposed')}
      columns={columns}
      rows={byLists(rows)}
      keyOf={({ lists }) => lists.join('+')}
    />
  )
}

function byLists(rows: readonly SupposedAnswer[]): readonly SupposedRow[] {
  const found = new Map<string, SupposedRow>()
  for (const row of rows) {
    const key = row.lists.join('+')
    found.set(key, { lists: row.lists, answers: [...(found.get(key)?.answers ?? []), row] })
  }
  return [...found.values()]
}

function MissedTable({ rows }: { readonly rows: readonly Missed[] }) {
  const { say, locale } = useTongue()
  const columns: readonly Column<Missed>[] = [
    {
      name: 'share',
      head: say('desk.study.missed.share'),
      look: 'main',
      cell: ({ share }) => say('press.share', { number: printNumber(locale, share * 100, 1) }),
    },
    {
      name: 'observed',
      head: say('desk.verdict.documented'),
      look: 'number',
      cell: ({ observed }) => <Num value={Math.round(observed)} />,
    },
    {
      name: 'point',
      head: say('press.column.point'),
      look: 'number',
      cell: ({ point }) =>
        point === null ? say('press.chart.cannot-say') : <Num value={Math.round(point)} />,
    },
    {
      name: 'answered',
      head: say('desk.study.missed.answered'),
      look: 'number',
      cell: ({ answered, goes }) => say('desk.study.missed.of', { answered, goes }),
    },
  ]
  return (
    <DataTable
      label={say('desk.study.missed')}
      columns={columns}
      rows={rows}
      keyOf={({ share }) => String(share)}
    />
  )
}
