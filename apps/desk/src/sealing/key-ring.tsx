import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import type { MemberKeys, PublicHalves } from '@corroborate/vault/sealing'

/** Keys that were opened in this window. */
export interface OpenKeys {
  /** Whose they are, as it was bound to them when they were wrapped. */
  readonly member: string
  readonly keys: MemberKeys
  readonly halves: PublicHalves
}

interface KeyRing {
  readonly own: OpenKeys | null
  /** Null locks them again. */
  readonly hold: (own: OpenKeys | null) => void
}

const KeyRingContext = createContext<KeyRing>({ own: null, hold: () => undefined })

/** Holds a member's opened keys while the window is open: in memory alone, never in a store of the browser. */
export function WithKeyRing({ children }: { readonly children: ReactNode }) {
  const [own, hold] = useState<OpenKeys | null>(null)
  const ring = useMemo(() => ({ own, hold }), [own])
  return <KeyRingContext value={ring}>{children}</KeyRingContext>
}

export function useKeyRing(): KeyRing {
  return use(KeyRingContext)
}
