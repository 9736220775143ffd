import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { ElementsView } from '@corroborate/server/api'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { FindingLink } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { StandingBadge } from '../parts/standing-badge.tsx'
import styles from '../styles/matter.module.css'
import type { Cell } from './queries.ts'

interface TiedFindingsProps {
  readonly cell: Cell
  readonly findings: ElementsView['findings']
}

/** The findings that somebody tied to an element; whoever may, ties another or takes one away. */
export function TiedFindings({ cell, findings }: TiedFindingsProps) {
  const { say, locale } = useTongue()
  const may = useMay('qualify')
  const { run, busy, refusal } = useAct()
  const place = { element: cell.key, incident: cell.incident }
  const isTied = ({ id }: { readonly id: string }) => cell.findings.some((finding) => finding === id)
  return (
    <div className={styles.assertion}>
      {findings.filter(isTied).map((row) => (
        <div key={row.id} className={styles.assertion}>
          <p>
            <FindingLink id={row.id}>
              <Code>{row.code}</Code>
            </FindingLink>{' '}
            <StandingBadge standing={row.standing} />
          </p>
          <p>
            <InWords words={row.proposition} />
          </p>
          {may ? (
            <Button
              className="button"
              isDisabled={busy}
              onPress={() => void run('/elements/ties/undone', { ...place, finding: row.id })}
            >
              {say('elements.untie', { finding: row.code })}
            </Button>
          ) : null}
        </div>
      ))}
      {may ? (
        <FindOne
          key={cell.findings.length}
          label={say('elements.tie')}
          options={findings
            .filter((row) => !isTied(row))
            .map(({ id, code, proposition }) => ({ id, name: `${code} · ${wordsIn(locale, proposition)}` }))}
          chosen={null}
          choose={(finding) => {
            if (finding !== null) void run('/elements/ties', { ...place, finding })
          }}
        />
      ) : null}
      <RefusalNote refusal={refusal} />
    </div>
  )
}
