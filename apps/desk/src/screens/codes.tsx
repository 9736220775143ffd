import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { codesOf } from '../api.ts'
import { CodeForm } from '../coding/code-form.tsx'
import { branchesOf, type Branch } from '../coding/code-tree.ts'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page } from '../parts/page.tsx'
import styles from '../styles/coding.module.css'

/** The code system: a tree that all coders of the investigation share. */
export function Codes() {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(codesOf(useInvestigation()))
  const [making, setMaking] = useState(false)
  const may = useMay('code')
  return (
    <Page name={say('work.codes')} lead={say('work.codes.note')}>
      {data.codes.length === 0 ? <p>{say('work.codes.none')}</p> : null}
      <ul className={styles.tree}>
        {branchesOf(data.codes).map((branch) => (
          <Row key={branch.code.id} branch={branch} />
        ))}
      </ul>
      {!may ? null : making ? (
        <CodeForm codes={data.codes} code={null} onDone={() => setMaking(false)} />
      ) : (
        <Button className="button" onPress={() => setMaking(true)}>
          {say('work.code.new')}
        </Button>
      )}
    </Page>
  )
}

function Row({ branch: { code, depth } }: { readonly branch: Branch }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  return (
    <li data-depth={Math.min(depth, 4)}>
      <p className={styles.treeHead}>
        <Link to="/i/$investigation/codes/$code" params={{ investigation, code: code.id }}>
          <Code>{code.code}</Code> <InWords words={code.name} />
        </Link>
        {code.key === null ? null : <kbd>{code.key.toUpperCase()}</kbd>}
        <span className={styles.quiet}>{say('work.codes.count', { codings: code.codings })}</span>
      </p>
      {code.memo === null ? null : (
        <p className={styles.quiet} dir="auto">
          {code.memo}
        </p>
      )}
    </li>
  )
}
