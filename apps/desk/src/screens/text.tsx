import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { wordsIn } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import { textOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { LanguageName } from '../parts/language-name.tsx'
import { SourceLink, TextLink } from '../parts/links.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { Page } from '../parts/page.tsx'
import { PassageList } from '../parts/passage-list.tsx'
import { passageOfHash } from '../reading/passage-hash.ts'
import { readTurns } from '../reading/segments.ts'
import styles from '../styles/reading.module.css'

/** Pixels that the heading of the list of passages keeps at its top. */
const ROOM_FOR_HEADING = 40

const route = getRouteApi('/i/$investigation/texts/$text')

/** A text with its passages marked, and beside it what rests on each. */
export function Text() {
  const { say, locale } = useTongue()
  const { investigation, text } = route.useParams()
  const { data: view } = useSuspenseQuery(textOf(investigation, text))
  const chosen = useChosen()
  const turns = useMemo(
    () =>
      readTurns(
        view.text,
        view.passages.map(({ passage }) => passage),
      ),
    [view],
  )
  return (
    <Page
      name={`${view.text.code} · ${wordsIn(locale, view.text.title)}`}
      kicker={<Kicker view={view} />}
      heading={<InWords words={view.text.title} />}
    >
      {view.text.kind === 'summary' ? <p className={styles.summary}>{say('desk.text.summary')}</p> : null}
      <div className={styles.columns}>
        <MarkedText text={view.text} turns={turns} chosen={chosen} />
        <PassageList passages={view.passages} chosen={chosen} />
      </div>
    </Page>
  )
}

function Kicker({ view }: { readonly view: TextView }) {
  const { say } = useTongue()
  return (
    <>
      {say(`text-kind.${view.text.kind}`)} <Code>{view.text.code}</Code> · {say('desk.text.of')}{' '}
      <SourceLink source={view.source} /> <InWords words={view.source.title} />
      {view.others.map((other) => (
        <span key={other.id}>
          {' '}
          ·{' '}
          <TextLink id={other.id}>
            {say(`text-kind.${other.kind}`)} (<LanguageName tag={other.language} />)
          </TextLink>
        </span>
      ))}
    </>
  )
}

/** The passage that the address names; its entry in the list beside the text is brought into view with it. */
function useChosen(): string | null {
  const chosen = useLocation({ select: (location) => passageOfHash(location.hash) })
  useEffect(() => {
    if (chosen === null) return
    const entry = document.getElementById(`resting-on-${chosen}`)
    entry?.closest('aside')?.scrollTo({ top: entry.offsetTop - ROOM_FOR_HEADING })
  }, [chosen])
  return chosen
}
