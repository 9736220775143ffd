import { useEffect, useState } from 'react'
import { holds } from '../api.ts'
import { EMPTY, type DraftClaim } from './draft-claim.ts'

type Change = (draft: DraftClaim) => DraftClaim

/** A draft that a reload finds again, changed from what it is; `forget` throws it away. */
export function useKeptDraft(name: string) {
  const [draft, setDraft] = useState<DraftClaim | null>(() => draftIn(localStorage.getItem(name)))
  useEffect(() => {
    if (draft === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(draft))
  }, [name, draft])
  return {
    draft: draft ?? EMPTY,
    change: (by: Change) => setDraft((now) => by(now ?? EMPTY)),
    forget: () => setDraft(null),
  }
}

function draftIn(text: string | null): DraftClaim | null {
  try {
    const kept: unknown = JSON.parse(text ?? 'null')
    return holds<DraftClaim>(kept, ['proposition', 'mode', 'topic', 'when', 'pattern', 'roles', 'min', 'max'])
      ? kept
      : null
  } catch {
    return null
  }
}
