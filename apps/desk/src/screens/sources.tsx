import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { wordsIn, type Locale } from '@corroborate/base'
import type { SourceRow } from '@corroborate/server/api'
import { sourcesOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { FindField } from '../parts/find-field.tsx'
import { Grades } from '../parts/grades.tsx'
import { InWords } from '../parts/in-words.tsx'
import { SourceLink, useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Num } from '../parts/numbers.tsx'
import { ConsentState, GoesBackTo } from '../parts/origins.tsx'
import { Page } from '../parts/page.tsx'
import styles from '../styles/form.module.css'

/** Whom and what the investigation draws on, and what each goes back to. */
export function Sources() {
  const { say, locale } = useTongue()
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(sourcesOf(investigation))
  const mayRecord = useMay('record')
  const [words, find] = useState('')
  const columns = useColumns()
  const role = (row: SourceRow) => say(`role.${row.role}`)
  const rows = data.filter((row) => matches({ row, role: role(row), words, locale }))
  return (
    <Page name={say('desk.sources')} lead={say('desk.sources.note')}>
      <div className={styles.filters}>
        <FindField label={say('desk.sources.find')} value={words} onChange={find} />
        {mayRecord ? (
          <Link to="/i/$investigation/texts/bring-in" params={{ investigation }}>
            {say('desk.texts')}
          </Link>
        ) : null}
        <p role="status">{say('desk.sources.found', { sources: rows.length })}</p>
      </div>
      <DataTable label={say('desk.sources')} columns={columns} rows={rows} keyOf={(row) => row.id} />
    </Page>
  )
}

interface Sought {
  readonly row: SourceRow
  readonly role: string
  readonly words: string
  readonly locale: Locale
}

/** Whether every word sought stands somewhere in what the row shows. */
function matches({ row, role, words, locale }: Sought): boolean {
  const shown = [row.code, wordsIn(locale, row.title), role, ...row.origins.map((origin) => origin.code)]
  const text = shown.join(' ').toLocaleLowerCase(locale)
  return words
    .toLocaleLowerCase(locale)
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function useColumns(): readonly Column<SourceRow>[] {
  const { say } = useTongue()
  return [
    {
      name: 'code',
      head: say('desk.source.code'),
      look: 'tight',
      cell: (row) => <SourceLink source={row} />,
    },
    {
      name: 'title',
      head: say('desk.source.title'),
      look: 'main',
      cell: (row) => <InWords words={row.title} />,
    },
    { name: 'role', head: say('desk.source.role'), cell: (row) => say(`role.${row.role}`) },
    { name: 'origin', head: say('desk.source.origin'), cell: (row) => <GoesBackTo row={row} /> },
    {
      name: 'grade',
      head: say('desk.source.grade'),
      look: 'tight',
      cell: (row) => <Grades reliability={row.reliability} credibility={row.credibility} />,
    },
    {
      name: 'claims',
      head: say('desk.source.claims'),
      look: 'number',
      cell: (row) => <Num value={row.claims} />,
    },
    {
      name: 'consent',
      head: say('desk.source.consent'),
      cell: (row) => <ConsentState consent={row.consent} />,
    },
  ]
}
