import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { refuse, type Refusal } from '@corroborate/base'
import { openDraft, sealDraft } from '@corroborate/vault/sealing'
import { useKeyRing, type OpenKeys } from '../sealing/key-ring.tsx'
import { keysKept } from '../sealing/queries.ts'
import { seenIn } from '../sealing/seen.ts'
import { makeDraftKeeper } from './draft-keeper.ts'
import { draftsIn } from './draft-store.ts'
import { ownRecipient } from './own-recipient.ts'

/** How it stands with keeping what is typed. */
export interface Keeping {
  /** Something from before lies here, sealed, and was not opened: nothing is written over it. */
  readonly waits: boolean
  /** Why nothing is kept, or why what lies here does not open. */
  readonly fault: Refusal | null
  /** Opens what lies here, in the place of what is typed now; null while my keys are locked. */
  readonly takeUp: (() => void) | null
  readonly throwAway: () => void
}

export interface Draft<Value> {
  /** Null while nothing was typed. */
  readonly typed: Value | null
  readonly change: (by: (now: Value | null) => Value) => void
  /** Throws away what was typed and what was kept of it: it was sent. */
  readonly forget: () => void
  readonly keeping: Keeping
  /** How often something from before was taken up: fields that hold their own letters are drawn anew by it. */
  readonly takenUp: number
}

/**
 * What somebody types, kept in this browser until it is sent: sealed to their own keys, so that a reload, a crash or the end of a session takes nothing
 * away, and whoever takes the machine reads nothing.
 * @param place what it belongs to
 * @param read reads what was kept, always the same function; null where that is no draft of this kind
 */
export function useDraft<Value>(place: string, read: (kept: unknown) => Value | null): Draft<Value> {
  const { own } = useKeyRing()
  const { store, to, fault } = useKeepingPlace()
  const [typed, setTyped] = useState<Value | null>(null)
  const [waits, setWaits] = useState(() => store.read(place) !== null)
  const [notOpened, setNotOpened] = useState<Refusal | null>(null)
  const [takenUp, setTakenUp] = useState(0)
  const settle = useCallback(() => {
    setWaits(false)
    setNotOpened(null)
  }, [])
  const keeper = useMemo(
    () =>
      to === null
        ? null
        : makeDraftKeeper({
            seal: (text) => sealDraft(text, { place, recipient: to }),
            write: (sealed) => store.write(place, sealed),
          }),
    [store, place, to],
  )
  useEffect(() => () => keeper?.flush(), [keeper])
  useEffect(() => {
    if (typed !== null && !waits) keeper?.keep(JSON.stringify(typed))
  }, [typed, waits, keeper])
  const opened = useCallback(
    async ({ keys }: OpenKeys) => valueIn(await openDraft(store.read(place) ?? '', { place, keys }), read),
    [store, place, read],
  )
  const take = useCallback(
    (value: Value | null) => {
      if (value === null) {
        setNotOpened(refuse('does-not-open', ''))
        return
      }
      setTyped(() => value)
      setTakenUp((times) => times + 1)
      settle()
    },
    [settle],
  )
  const opensByItself = waits && typed === null && notOpened === null
  useEffect(() => {
    if (opensByItself && own !== null) void opened(own).then(take)
  }, [opensByItself, own, opened, take])
  const throwAway = () => {
    keeper?.drop()
    store.erase(place)
    settle()
  }
  return {
    ...{ typed, takenUp, change: setTyped },
    forget: () => {
      throwAway()
      setTyped(null)
    },
    keeping: {
      ...{ waits, throwAway, fault: notOpened ?? fault },
      takeUp: own === null || notOpened !== null ? null : () => void opened(own).then(take),
    },
  }
}

/** Where drafts of mine lie in this browser, and to whom they are sealed; null, and why, where nothing is kept. */
function useKeepingPlace() {
  const { data: keys } = useSuspenseQuery(keysKept)
  return useMemo(() => {
    const member = keys.me.id
    const recipient = ownRecipient(keys, seenIn(localStorage, member))
    const store = draftsIn(localStorage, member)
    return recipient.ok ? { store, to: recipient.value, fault: null } : { store, to: null, fault: recipient }
  }, [keys])
}

function valueIn<Value>(text: string | null, read: (kept: unknown) => Value | null): Value | null {
  try {
    return text === null ? null : read(JSON.parse(text))
  } catch {
    return null
  }
}
