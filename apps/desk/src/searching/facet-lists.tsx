import { Button } from 'react-aria-components'
import { isKey } from '@corroborate/words'
import type { SearchView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { LanguageName } from '../parts/language-name.tsx'
import styles from '../styles/search.module.css'
import type { ReactNode } from 'react'
import { NARROWED, type Narrowed, type SearchAddress } from './address.ts'

interface FacetListsProps {
  readonly view: SearchView
  readonly address: SearchAddress
  readonly narrow: (by: Narrowed, to: string | undefined) => void
}

interface FacetOption {
  readonly value: string
  readonly name: ReactNode
  readonly count: number
}

/** By what the search can be narrowed, each with how much it leaves; what is chosen is pressed, and let go by another press. */
export function FacetLists({ view, address, narrow }: FacetListsProps) {
  const { say } = useTongue()
  const options = optionsIn(view, (kind) => {
    const key = `search.kind.${kind}`
    return isKey(key) ? say(key) : kind
  })
  return (
    <div className={styles.facets}>
      {NARROWED.map((by) => {
        const chosen = address[by]
        const listed = options[by].filter(({ value }) => chosen === undefined || value === chosen)
        if (listed.length === 0 && chosen === undefined) return null
        return (
          <section key={by} aria-label={say(`search.by.${by}`)}>
            <h2>{say(`search.by.${by}`)}</h2>
            {(listed.length === 0 ? [{ value: chosen ?? '', name: chosen ?? '', count: 0 }] : listed).map(
              ({ value, name, count }) => (
                <Button
                  key={value}
                  className={styles.facet ?? ''}
                  aria-pressed={value === chosen}
                  onPress={() => narrow(by, value === chosen ? undefined : value)}
                >
                  <span>{name}</span> <span className={styles.number}>{say('search.number', { count })}</span>
                </Button>
              ),
            )}
          </section>
        )
      })}
    </div>
  )
}

function optionsIn(
  { groups, facets }: SearchView,
  kindInWords: (kind: string) => string,
): Readonly<Record<Narrowed, readonly FacetOption[]>> {
  return {
    kind: groups.map(({ kind, count }) => ({ value: kind, name: kindInWords(kind), count })),
    text: facets.texts.map(({ id, code, title, count }) => ({
      ...{ value: id, count },
      name: (
        <>
          <Code>{code}</Code> <InWords words={title} />
        </>
      ),
    })),
    code: facets.codes.map(({ id, name, count }) => ({ value: id, name: <InWords words={name} />, count })),
    speaker: facets.speakers.map(({ label, count }) => ({ value: label, name: <bdi>{label}</bdi>, count })),
    language: facets.languages.map(({ label, count }) => ({
      ...{ value: label, name: <LanguageName tag={label} />, count },
    })),
  }
}
