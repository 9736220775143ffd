import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { ok } from '@corroborate/base'
import { ORIGINAL } from '@corroborate/vault/sealing'
import { sourcesOf } from '../api.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { spellingsIn } from '../releasing/open-register.ts'
import { openSealed } from '../sealing/open-sealed.ts'
import { sealedToProtect } from '../sealing/queries.ts'
import type { AtSeal } from '../sealing/sealed-values.ts'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/sealing.module.css'
import { knownBefore } from './decisions.ts'
import { originalIn } from './original-said.ts'
import type { Batch } from './use-batch.ts'

interface KnownTokensProps {
  readonly batch: Batch
  readonly at: AtSeal
}

/** Opens, in a custodian's browser, who has which token, so that whoever comes again has it again. */
export function KnownTokens({ batch, at }: KnownTokensProps) {
  const { say } = useTongue()
  const { data: sources } = useSuspenseQuery(sourcesOf(at.investigation))
  const [found, setFound] = useState<{ readonly names: number; readonly refused: number } | null>(null)
  const { busy, refusal, run } = useDoing()
  const fetchKnown = () =>
    run(async () => {
      const sealed = await sealedToProtect(at.investigation)
      if (!sealed.ok) return sealed
      const { values, refused } = await openSealed(at, sealed.value)
      const codes = new Map<string, string>(sources.map(({ id, code }) => [id, code]))
      const originals = values.flatMap(({ field, value }) =>
        field === ORIGINAL ? (originalIn(value) ?? []) : [],
      )
      const names = values.flatMap(({ record, field, value }) =>
        field === ORIGINAL ? [] : [{ code: codes.get(record) ?? '', spellings: spellingsIn(value) }],
      )
      const known = knownBefore(originals, names, batch.naming.base)
      batch.naming.know(known)
      setFound({ names: known.length, refused })
      return ok(null)
    })
  return (
    <div className={styles.lines}>
      <p>{say('desk.texts.known.note')}</p>
      <div className={styles.buttons}>
        <Button className="button" isDisabled={busy} onPress={() => void fetchKnown()}>
          {say('desk.texts.known.fetch')}
        </Button>
        {found === null ? null : (
          <p role="status" className={styles.quiet}>
            {say('desk.texts.known.found', found)}
          </p>
        )}
      </div>
      <RefusalNote refusal={refusal} />
    </div>
  )
}
