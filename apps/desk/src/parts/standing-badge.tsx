import type { Standing } from '@corroborate/findings'
import { useTongue } from '../locale.tsx'
import styles from '../styles/badge.module.css'

/** A standing as its word with a sign of its own: told apart by shape and text, never by colour alone. */
export function StandingBadge({ standing }: { readonly standing: Standing }) {
  const { say } = useTongue()
  return (
    <span className={styles.badge} data-standing={standing.kind}>
      <Sign kind={standing.kind} />
      {say(`standing.${standing.kind}`)}
    </span>
  )
}

/** A standing with what lies under it: what was said beneath an attribution, what it would be without the contrary claims. */
export function StandingInFull({ standing }: { readonly standing: Standing }) {
  const { say } = useTongue()
  if (standing.kind === 'attributed')
    return <Under standing={standing} label={say('desk.standing.beneath')} under={standing.beneath} />
  if (standing.kind === 'contradicted')
    return <Under standing={standing} label={say('desk.standing.otherwise')} under={standing.otherwise} />
  return <StandingBadge standing={standing} />
}

interface UnderProps {
  readonly standing: Standing
  readonly label: string
  readonly under: Standing
}

function Under({ standing, label, under }: UnderProps) {
  return (
    <span className={styles.pair}>
      <StandingBadge standing={standing} />
      <span className={styles.under}>
        {label} <StandingInFull standing={under} />
      </span>
    </span>
  )
}

function Sign({ kind }: { readonly kind: Standing['kind'] }) {
  return (
    <svg className={styles.sign} viewBox="0 0 20 12" aria-hidden="true">
      {signs[kind]}
    </svg>
  )
}

/** Filled dots are independent origins that speak at first hand or beside them; a ring is what nobody carries so. */
const signs = {
  unsupported: <circle cx="10" cy="6" r="4" fill="none" stroke="currentColor" strokeDasharray="2 1.6" />,
  'secondary-only': <circle cx="10" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  uncorroborated: <circle cx="10" cy="6" r="4" fill="currentColor" />,
  corroborated: (
    <>
      <circle cx="5.5" cy="6" r="4" fill="currentColor" />
      <circle cx="14.5" cy="6" r="3.4" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  'strongly-corroborated': (
    <>
      <circle cx="5.5" cy="6" r="4" fill="currentColor" />
      <circle cx="14.5" cy="6" r="4" fill="currentColor" />
    </>
  ),
  contradicted: (
    <path d="M5.5 2l9 8M14.5 2l-9 8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  ),
  attributed: (
    <path
      d="M4.5 8.5c0-3 1.2-4.8 3.6-5.6M11.2 8.5c0-3 1.2-4.8 3.6-5.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
    />
  ),
} satisfies Readonly<Record<Standing['kind'], React.ReactNode>>
