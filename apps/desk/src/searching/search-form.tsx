import { useState, type SyntheticEvent } from 'react'
import { Button, Input, Label, SearchField } from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/search.module.css'
import { SEARCH_FIELD } from './use-search-key.ts'

interface SearchFormProps {
  /** What was asked last. */
  readonly words: string
  readonly ask: (words: string) => void
}

/** Where the words are typed, and how more than words is asked for. */
export function SearchForm({ words, ask }: SearchFormProps) {
  const { say } = useTongue()
  const [typed, setTyped] = useState(words)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    ask(typed)
  }
  return (
    <form role="search" onSubmit={submit}>
      <SearchField className={styles.field ?? ''} value={typed} onChange={setTyped}>
        <Label>{say('search.words')}</Label>
        <div className={styles.fieldLine}>
          <Input id={SEARCH_FIELD} dir="auto" enterKeyHint="search" />
          <Button slot={null} type="submit" className="button">
            {say('search.do')}
          </Button>
        </div>
      </SearchField>
      <details className={styles.help}>
        <summary>{say('search.help')}</summary>
        <dl>
          {HELP.map(([example, key]) => (
            <div key={key}>
              <dt>
                <bdi className="code" translate="no">
                  {example}
                </bdi>
              </dt>
              <dd>{say(key)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </form>
  )
}

const HELP = [
  ['guards led', 'search.help.words'],
  ['"led out"', 'search.help.phrase'],
  ['"night door"~5', 'search.help.near'],
  ['~"Abd al-Rahman"', 'search.help.name'],
  ['deten*', 'search.help.beginning'],
  ['guard OR officer', 'search.help.or'],
  ['-court', 'search.help.without'],
] as const
