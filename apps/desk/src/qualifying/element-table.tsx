import type { ElementsView } from '@corroborate/server/api'
import type { OfficialText } from '@corroborate/findings'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { InWords } from '../parts/in-words.tsx'
import styles from '../styles/matter.module.css'
import { ChooseStandard } from './choose-standard.tsx'
import type { Cell } from './queries.ts'
import { TiedFindings } from './tied-findings.tsx'

interface ElementTableProps {
  readonly label: string
  readonly cells: readonly Cell[]
  readonly findings: ElementsView['findings']
  readonly official: OfficialText
}

/** Elements, line by line: what each asks for, which findings bear on it, and how it stands on them. */
export function ElementTable({ label, cells, findings, official }: ElementTableProps) {
  const { say } = useTongue()
  const columns: readonly Column<Cell>[] = [
    {
      name: 'element',
      head: say('elements.element'),
      look: 'main',
      cell: (cell) => <WhatItAsks cell={cell} official={official.get(cell.element.id) ?? null} />,
    },
    {
      name: 'findings',
      head: say('desk.findings'),
      look: 'main',
      cell: (cell) => <TiedFindings cell={cell} findings={findings} />,
    },
    { name: 'state', head: say('elements.state'), cell: (cell) => <HowItStands cell={cell} /> },
  ]
  return <DataTable label={label} columns={columns} rows={cells} keyOf={({ key }) => key} />
}

/** Our short words, the several ways to meet it, and the Court's words where they were loaded. */
function WhatItAsks({ cell, official }: { readonly cell: Cell; readonly official: string | null }) {
  const { say } = useTongue()
  const { element, numbers } = cell
  return (
    <div className={styles.assertion}>
      <p>
        <InWords words={element.words} />
      </p>
      {element.ways.length === 0 ? null : (
        <ul className={styles.ways}>
          {element.ways.map((way) => (
            <li key={way.en ?? way.ar}>
              <InWords words={way} />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.quiet}>
        {say(`elements.role.${element.role}`)} · <bdi dir="ltr">{numbers.join(', ')}</bdi>
      </p>
      {official === null ? null : <blockquote dir="auto">{official}</blockquote>}
    </div>
  )
}

function HowItStands({ cell }: { readonly cell: Cell }) {
  const { say } = useTongue()
  const { state, lacking, choice } = cell
  return (
    <div className={styles.assertion}>
      <span className={styles.mark} data-alarm={state === 'contradicted'} data-state={state}>
        {say(`elements.state.${state}`)}
      </span>
      {lacking.map((lack) => (
        <p key={lack} className={styles.quiet}>
          {say(`elements.lacking.${lack}`)}
        </p>
      ))}
      {choice === null ? null : (
        <p className={styles.quiet}>
          {say(`proof.${choice.standard}`)} · <bdi>{choice.by}</bdi>: <InWords words={choice.reasons} />
        </p>
      )}
      <ChooseStandard cell={cell} />
    </div>
  )
}
