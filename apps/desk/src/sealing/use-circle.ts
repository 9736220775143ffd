import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { circleOf, noteCards, type Circle } from './circle.ts'
import { useKeyRing } from './key-ring.tsx'
import { keysKept } from './queries.ts'
import { seenIn } from './seen.ts'

/** Everybody with keys, as this browser believes it; null while my own are locked, for then it believes nobody. */
export function useCircle(): Circle | null {
  const { own } = useKeyRing()
  const { data } = useSuspenseQuery(keysKept)
  const circle = useMemo(
    () => (own === null ? null : circleOf(data, own, seenIn(localStorage, own.member))),
    [data, own],
  )
  useEffect(() => {
    if (circle) noteCards(circle)
  }, [circle])
  return circle
}
