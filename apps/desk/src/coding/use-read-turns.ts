import { useState } from 'react'
import type { TextView } from '@corroborate/server/api'
import { keptTurns, readTurns, type ReadTurn } from '../reading/segments.ts'

/** The text cut for reading. A turn in which nothing has changed stays the same object, and is not drawn again. */
export function useReadTurns(view: TextView): readonly ReadTurn[] {
  const [cut, setCut] = useState(() => ({ view, turns: turnsIn(view) }))
  if (cut.view === view) return cut.turns
  const turns = keptTurns(cut.turns, turnsIn(view))
  setCut({ view, turns })
  return turns
}

function turnsIn({ text, passages }: TextView): readonly ReadTurn[] {
  return readTurns(
    text,
    passages.map(({ passage }) => passage),
  )
}
