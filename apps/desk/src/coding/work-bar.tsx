import { useState, type RefObject } from 'react'
import { Button } from 'react-aria-components'
import type { CodeId } from '@corroborate/base'
import type { CodesView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import type { OutboxState } from '../outbox/outbox.ts'
import { InWords } from '../parts/in-words.tsx'
import styles from '../styles/coding.module.css'
import { CodeForm } from './code-form.tsx'
import { branchesOf, type Branch } from './code-tree.ts'
import { PostState } from './post-state.tsx'

interface WorkBarProps {
  /** The words that are chosen; null when none are. */
  readonly words: string | null
  readonly codes: CodesView['codes']
  readonly post: OutboxState
  readonly memo: string
  readonly onMemo: (memo: string) => void
  readonly memoField: RefObject<HTMLInputElement | null>
  readonly help: boolean
  readonly onHelp: () => void
  readonly onMark: () => void
  readonly onCode: (code: CodeId) => void
  /** Null for who may not state claims. */
  readonly onClaim: (() => void) | null
  readonly onUndo: (() => void) | null
}

/** At the foot of the text: what is chosen, and everything that can be done with it, each with its key. */
export function WorkBar({ memoField, ...bar }: WorkBarProps) {
  const { say } = useTongue()
  const { words, codes, post, onMark, onClaim, onUndo } = bar
  const [making, setMaking] = useState(false)
  const none = words === null
  return (
    <section className={styles.bar} data-chosen={!none} aria-label={say('work.bar')}>
      <div className={styles.barHead}>
        <p className={styles.chosen} role="status">
          {none ? say('work.bar.none') : <q dir="auto">{words}</q>}
        </p>
        <PostState post={post} />
      </div>
      <div className={styles.tools}>
        <Button className="button" isDisabled={none} onPress={onMark}>
          {say('work.mark')} <kbd>M</kbd>
        </Button>
        {onClaim === null ? null : (
          <Button className="button" isDisabled={none} onPress={onClaim}>
            {say('work.claim')} <kbd>C</kbd>
          </Button>
        )}
        <Button className="button" isDisabled={onUndo === null} onPress={() => onUndo?.()}>
          {say('work.undo')} <kbd>Z</kbd>
        </Button>
        <Button className="button" aria-expanded={bar.help} onPress={bar.onHelp}>
          {say('work.keys')} <kbd>?</kbd>
        </Button>
        <label className={styles.memoField}>
          {say('work.memo')} <kbd>N</kbd>
          <input
            ref={memoField}
            dir="auto"
            value={bar.memo}
            onChange={(event) => bar.onMemo(event.target.value)}
          />
        </label>
      </div>
      {bar.help ? <Keys /> : null}
      <ul className={styles.palette} aria-label={say('work.codes')}>
        {branchesOf(codes).map((branch) => (
          <li key={branch.code.id}>
            <CodeButton branch={branch} isDisabled={none} onCode={bar.onCode} />
          </li>
        ))}
        <li>
          <Button
            className={styles.codeButton ?? ''}
            aria-expanded={making}
            onPress={() => setMaking(!making)}
          >
            {say('work.code.new')}
          </Button>
        </li>
      </ul>
      {making ? <CodeForm codes={codes} code={null} onDone={() => setMaking(false)} /> : null}
    </section>
  )
}

interface CodeButtonProps {
  readonly branch: Branch
  readonly isDisabled: boolean
  readonly onCode: (code: CodeId) => void
}

function CodeButton({ branch: { code, depth }, isDisabled, onCode }: CodeButtonProps) {
  return (
    <Button
      className={styles.codeButton ?? ''}
      data-depth={Math.min(depth, 2)}
      isDisabled={isDisabled}
      onPress={() => onCode(code.id)}
    >
      <InWords words={code.name} /> {code.key === null ? null : <kbd>{code.key.toUpperCase()}</kbd>}
    </Button>
  )
}

/** What the keys do while the text has the focus. */
function Keys() {
  const { say } = useTongue()
  const keys = [
    ['← →', 'work.keys.word'],
    ['↑ ↓', 'work.keys.sentence'],
    ['Ctrl ↑ ↓, PgUp PgDn', 'work.keys.turn'],
    ['Shift', 'work.keys.extend'],
    ['M, ⏎', 'work.keys.mark'],
    ['C', 'work.keys.claim'],
    ['N', 'work.keys.memo'],
    ['Z', 'work.keys.undo'],
    ['Esc', 'work.keys.leave'],
  ] as const
  return (
    <dl className={styles.keys}>
      {keys.map(([key, words]) => (
        <div key={words}>
          <dt>
            <kbd dir="ltr">{key}</kbd>
          </dt>
          <dd>{say(words)}</dd>
        </div>
      ))}
    </dl>
  )
}
