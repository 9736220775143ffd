import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { SavedSearchesView } from '@corroborate/server/api'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import styles from '../styles/search.module.css'
import { askedAt, type SearchAddress } from './address.ts'
import { savedSearchesOf } from './queries.ts'

type Saved = SavedSearchesView['searches'][number]

/** The searches that the reader keeps, and a name for keeping the one on the screen. */
export function SavedSearches({ address }: { readonly address: SearchAddress }) {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(savedSearchesOf(useInvestigation()))
  const { run, busy, refusal } = useAct()
  const [name, setName] = useState('')
  const keep = async () => {
    if ((await run('/searches', { name, asked: askedAt(address) })).ok) setName('')
  }
  return (
    <section className={styles.saved} aria-label={say('search.saved')}>
      {data.searches.length === 0 ? null : (
        <ul>
          {data.searches.map((one) => (
            <li key={one.id}>
              <SavedLink one={one} />
              <Button
                className={styles.drop ?? ''}
                isDisabled={busy}
                aria-label={say('search.drop', { name: one.name })}
                onPress={() => void run(`/searches/${one.id}/dropped`)}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      {address.q === undefined ? null : (
        <div className={styles.keep}>
          <TextField value={name} onChange={setName}>
            <Label>{say('search.keep.name')}</Label>
            <Input dir="auto" maxLength={200} />
          </TextField>
          <Button className="button" isDisabled={busy || name.trim() === ''} onPress={() => void keep()}>
            {say('search.keep')}
          </Button>
        </div>
      )}
      <RefusalNote refusal={refusal} />
    </section>
  )
}

function SavedLink({ one: { name, asked } }: { readonly one: Saved }) {
  const investigation = useInvestigation()
  const { kind, text, code, speaker, language } = asked.narrowing
  const search = {
    ...{ q: asked.words, kind: kind ?? undefined, text: text ?? undefined, code: code ?? undefined },
    ...{ speaker: speaker ?? undefined, language: language ?? undefined },
  }
  return (
    <Link to="/i/$investigation/search" params={{ investigation }} search={search}>
      <bdi>{name}</bdi>
    </Link>
  )
}
