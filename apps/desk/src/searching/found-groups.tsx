import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { directionOf } from '@corroborate/base'
import type { FoundShown, SearchView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { ClaimLink, TextLink, useInvestigation } from '../parts/links.tsx'
import { Section } from '../parts/page.tsx'
import { passageHash } from '../reading/passage-hash.ts'
import { stretchHash } from '../reading/stretch-hash.ts'
import styles from '../styles/search.module.css'

interface FoundGroupsProps {
  readonly view: SearchView
  /** How all of one kind are shown; absent where only one is. */
  readonly more: ((kind: FoundShown['kind'], count: number) => ReactNode) | null
}

/** What was found, kind by kind. */
export function FoundGroups({ view, more }: FoundGroupsProps) {
  const { say } = useTongue()
  return view.groups
    .filter(({ found }) => found.length > 0)
    .map(({ kind, count, found }) => (
      <Section key={kind} title={say(`search.kind.${kind}`)} note={say('search.number', { count })}>
        <ul className={styles.found}>
          {found.map((one, at) => (
            <li key={`${one.id} ${at}`}>
              <Found one={one} />
            </li>
          ))}
        </ul>
        {found.length < count ? (more?.(kind, count) ?? null) : null}
      </Section>
    ))
}

function Found({ one }: { readonly one: FoundShown }) {
  const { place } = one
  const language = place?.text.language
  const direction = language === undefined ? 'auto' : directionOf(language)
  return (
    <>
      <p className={styles.where}>
        <Where one={one} />
      </p>
      <p className={styles.words} lang={language} dir={direction}>
        {one.pieces.map(({ text, found }, at) =>
          // Pieces have nothing but their place to be known by, and never move.
          found ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
        )}
      </p>
    </>
  )
}

/** The way to what was found: into the text, to the very words, where it stands in one. */
function Where({ one }: { readonly one: FoundShown }) {
  const { id, code, kind, place } = one
  if (place !== null) return <IntoText one={one} place={place} />
  if (kind === 'claim')
    return (
      <ClaimLink id={id}>
        <Code>{code}</Code>
      </ClaimLink>
    )
  if (kind === 'source') return <SourceById id={id} code={code} />
  if (kind === 'text')
    return (
      <TextLink id={id}>
        <Code>{code}</Code>
      </TextLink>
    )
  return <Code>{code}</Code>
}

function SourceById({ id, code }: { readonly id: string; readonly code: string }) {
  const investigation = useInvestigation()
  return (
    <Link to="/i/$investigation/sources/$source" params={{ investigation, source: id }}>
      <Code>{code}</Code>
    </Link>
  )
}

function IntoText({
  one: { id, code, kind },
  place: { text, speaker, start, end },
}: {
  readonly one: FoundShown
  readonly place: NonNullable<FoundShown['place']>
}) {
  const investigation = useInvestigation()
  return (
    <>
      <Link
        to="/i/$investigation/texts/$text"
        params={{ investigation, text: text.id }}
        hash={kind === 'passage' ? passageHash(id) : stretchHash({ start, end })}
        hashScrollIntoView={{ block: 'center' }}
      >
        <Code>{code}</Code> <InWords words={text.title} />
      </Link>
      {speaker === null ? null : (
        <>
          {' · '}
          <bdi>{speaker}</bdi>
        </>
      )}
    </>
  )
}
