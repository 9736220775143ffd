import type { Refusal } from '@corroborate/base'
import { refusalInWords } from '@corroborate/estimate'
import { isKey } from '@corroborate/words'
import { useTongue } from '../locale.tsx'
import styles from '../styles/how-many.module.css'

/** Why something was refused: in the reader's language, and the machine's own sentence, which names the place, where it says more. */
export function RefusalText({ refusal }: { readonly refusal: Pick<Refusal, 'reason' | 'detail'> }) {
  const { say, locale } = useTongue()
  const key = `desk.refused.${refusal.reason}`
  const words = isKey(key) ? say(key) : refusalInWords(locale, refusal)
  // No words of ours for it: the machine's sentence stands alone, and is English in every language.
  if (words === refusal.detail)
    return (
      <bdi lang="en" dir="ltr">
        {refusal.detail}
      </bdi>
    )
  const more = refusal.detail === '' || SAID_WHOLE.includes(refusal.reason)
  return (
    <>
      <span>{words}</span>
      {more ? null : (
        <bdi lang="en" dir="ltr" className={styles.machine}>
          {refusal.detail}
        </bdi>
      )}
    </>
  )
}

/** The reasons whose sentence of ours says all that there is. */
const SAID_WHOLE: readonly string[] = [
  ...['not-found', 'signed-out', 'not-run-yet', 'does-not-open', 'no-keys'],
  ...['to-oneself', 'no-end', 'ended', 'held-already', 'administrator-reads-nothing'],
  ...['for-oneself', 'nobody-to-let-go', 'oneself'],
  ...['open-quote', 'nothing-asked', 'only-without', 'unexplained', 'nothing-to-agree-on'],
]

/** A refusal that belongs to no field. */
export function RefusalNote({ refusal }: { readonly refusal: Refusal | null }) {
  return (
    <div role="alert">
      {refusal === null ? null : (
        <p className={styles.refused}>
          <RefusalText refusal={refusal} />
        </p>
      )}
    </div>
  )
}
