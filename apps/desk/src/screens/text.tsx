import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { TextView } from '@corroborate/server/api'
import { codesOf, textOf } from '../api.ts'
import { TextDesk } from '../coding/text-desk.tsx'
import { useReadTurns } from '../coding/use-read-turns.ts'
import { useAct } from '../how-many/use-act.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { Listening } from '../listening/listening.tsx'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { LanguageName } from '../parts/language-name.tsx'
import { SourceLink, TextLink } from '../parts/links.tsx'
import { MarkedText } from '../parts/marked-text.tsx'
import { useMay } from '../parts/may.ts'
import { Page } from '../parts/page.tsx'
import { PassageList } from '../parts/passage-list.tsx'
import { NamesBack } from '../reading/names-back.tsx'
import { passageOfHash } from '../reading/passage-hash.ts'
import { ShownNamesContext, type ShownNames } from '../reading/shown-names.ts'
import styles from '../styles/reading.module.css'

/** Pixels that the heading of the list of passages keeps at its top. */
const ROOM_FOR_HEADING = 40

const route = getRouteApi('/i/$investigation/texts/$text')

/** A text with its passages marked, and beside it what rests on each; whoever may, works in it. */
export function Text() {
  const { say, locale } = useTongue()
  const { investigation, text } = route.useParams()
  const { data: view } = useSuspenseQuery(textOf(investigation, text))
  const chosen = useChosen()
  const may = useMay('code')
  const [names, show] = useState<ShownNames | null>(null)
  return (
    <Page
      name={`${view.text.code} · ${wordsIn(locale, view.text.title)}`}
      kicker={<Kicker view={view} />}
      heading={<InWords words={view.text.title} />}
    >
      {view.text.kind === 'summary' ? <p className={styles.summary}>{say('desk.text.summary')}</p> : null}
      <Blindness view={view} />
      <Superseded view={view} />
      <NamesBack key={`names of ${text}`} {...{ view, show }} />
      <ShownNamesContext value={names}>
        {may && view.versions.at(-1)?.id === text ? (
          <TextDesk key={text} {...{ investigation, view, chosen }} />
        ) : (
          <OnlyRead {...{ investigation, view, chosen }} />
        )}
      </ShownNamesContext>
    </Page>
  )
}

interface ReadProps {
  readonly investigation: string
  readonly view: TextView
  readonly chosen: string | null
}

function OnlyRead({ investigation, view, chosen }: ReadProps) {
  const { data: system } = useSuspenseQuery(codesOf(investigation))
  const article = useRef<HTMLElement | null>(null)
  return (
    <div className={styles.columns}>
      <div>
        <Listening {...{ investigation, view }} chosen={null} />
        <MarkedText text={view.text} turns={useReadTurns(view)} stretch={null} {...{ chosen, article }} />
      </div>
      <PassageList
        content={view.text.content}
        passages={view.passages}
        codes={system.codes}
        chosen={chosen}
        tools={null}
      />
    </div>
  )
}

/** That this is an earlier version, and the way to the last one. */
function Superseded({ view: { text, versions } }: { readonly view: TextView }) {
  const { say } = useTongue()
  const last = versions.at(-1)
  if (last === undefined || last.id === text.id) return null
  return (
    <p className={styles.summary}>
      {say('correct.superseded', { version: text.version })}{' '}
      <TextLink id={last.id}>{say('correct.version', { version: last.version })}</TextLink>
    </p>
  )
}

/** Whether the coders of the text see each other's work, and the press that lets them. */
function Blindness({ view: { text, coding } }: { readonly view: TextView }) {
  const { say } = useTongue()
  const mayOpen = useMay('open')
  const { run, busy, refusal } = useAct()
  if (coding.opened !== null)
    return <p className={styles.summary}>{say('work.blind.opened', { by: coding.opened.by })}</p>
  if (coding.hidden === 0) return null
  return (
    <div className={styles.summary}>
      <p>{say('work.blind.hidden', { codings: coding.hidden })}</p>
      {mayOpen ? (
        <Button
          className="button"
          isDisabled={busy}
          onPress={() => void run(`/texts/${text.id}/codings/opened`)}
        >
          {say('work.blind.open')}
        </Button>
      ) : null}
      <RefusalNote refusal={refusal} />
    </div>
  )
}

function Kicker({ view }: { readonly view: TextView }) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  return (
    <>
      {say(`text-kind.${view.text.kind}`)} <Code>{view.text.code}</Code> · {say('desk.text.of')}{' '}
      <SourceLink source={view.source} /> <InWords words={view.source.title} />
      {view.versions
        .filter(({ id }) => id !== view.text.id)
        .map(({ id, version }) => (
          <span key={id}>
            {' '}
            · <TextLink id={id}>{say('correct.version', { version })}</TextLink>
          </span>
        ))}
      {view.others.map((other) => (
        <span key={other.id}>
          {' '}
          ·{' '}
          <TextLink id={other.id}>
            {say(`text-kind.${other.kind}`)} (<LanguageName tag={other.language} />)
          </TextLink>
        </span>
      ))}{' '}
      ·{' '}
      <Link to="/i/$investigation/texts/$text/translations" params={{ investigation, text: view.text.id }}>
        {say('translate.title')}
      </Link>{' '}
      ·{' '}
      <Link to="/i/$investigation/texts/$text/agreement" params={{ investigation, text: view.text.id }}>
        {say('agreement.title')}
      </Link>{' '}
      ·{' '}
      <Link to="/i/$investigation/codes" params={{ investigation }}>
        {say('work.codes')}
      </Link>
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
