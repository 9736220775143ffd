import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { directionOf } from '@corroborate/base'
import { sentenceText } from '@corroborate/report'
import { reportOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import styles from '../styles/frame.module.css'
import { sentenceAnchor, type WalkStart } from '../walk.ts'
import { useInvestigation } from './links.tsx'

/** On every screen of a walk: the sentence it began at, one step away. */
export function WayBack({ start }: { readonly start: WalkStart }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useQuery(reportOf(investigation, start.report))
  const sentences = data?.resolved.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences : [],
  )
  const sentence = sentences?.find((one) => one.anchor === sentenceAnchor(start.anchor))
  const language = data?.resolved.locale ?? 'en'
  return (
    <nav className={styles.wayBack} aria-label={say('desk.walk.label')}>
      <Link
        to="/i/$investigation/reports/$report"
        params={{ investigation, report: start.report }}
        search={{ from: undefined }}
        hash={start.anchor}
      >
        <span className={styles.wayBackArrow} aria-hidden="true" />
        <span className={styles.wayBackLabel}>{say('desk.walk.back')}</span>
        {sentence === undefined ? null : (
          <q lang={language} dir={directionOf(language)}>
            {sentenceText(sentence)}
          </q>
        )}
      </Link>
    </nav>
  )
}
