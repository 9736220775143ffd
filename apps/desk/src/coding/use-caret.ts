import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import {
  caretWalk,
  chosenBy,
  type Caret,
  type CaretMove,
  type Stretch,
  type Text,
} from '@corroborate/testimony'
import { choose, stretchChosen } from '../reading/dom-positions.ts'
import type { ReadTurn } from '../reading/segments.ts'

/** Where the reader stands in a text, and what is chosen; the same whether it was chosen by key or by pointer. */
export interface TextCaret {
  readonly article: RefObject<HTMLElement | null>
  readonly chosen: Stretch | null
  readonly move: (move: CaretMove) => void
  readonly leave: () => void
  /** The direction of the turn that the reader stands in: forward is to the left in an Arabic one. */
  readonly direction: 'ltr' | 'rtl'
}

/** A caret that walks the turns of a text. */
export function useCaret(text: Text, turns: readonly ReadTurn[]): TextCaret {
  const article = useRef<HTMLElement | null>(null)
  const [caret, setCaret] = useState<Caret | null>(null)
  const stretches = useMemo(() => turns.map(stretchOf), [turns])
  const walk = useMemo(() => caretWalk(text.content, stretches), [text.content, stretches])
  const byPointer = useRef(false)
  const moved = useRef(false)
  useEffect(() => {
    const hear = () => {
      const found = article.current && stretchChosen(article.current)
      if (!byPointer.current || found === null) return
      const whole = walk.whole(found)
      setCaret((before) => (whole === null ? before : { anchor: whole, head: whole }))
    }
    const down = (event: PointerEvent) => {
      byPointer.current = true
      if (event.target instanceof Node && article.current?.contains(event.target) === true) setCaret(null)
    }
    const up = () => {
      hear()
      byPointer.current = false
    }
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    return () => {
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
    }
  }, [walk])
  // After every change of the marks too: the words that were chosen stand in other elements then.
  useLayoutEffect(() => {
    if (caret === null || article.current === null || byPointer.current) return
    if (moved.current) choose(caret.head, article.current)?.scrollIntoView({ block: 'nearest' })
    moved.current = false
    choose(chosenBy(caret), article.current)
  }, [caret, turns])
  const move = useCallback(
    (step: CaretMove) => {
      moved.current = true
      setCaret((before) => walk.move(before, step))
    },
    [walk],
  )
  const leave = useCallback(() => {
    setCaret(null)
    document.getSelection()?.removeAllRanges()
  }, [])
  const chosen = caret === null ? null : chosenBy(caret)
  const here = chosen && turns.findLast(({ start }) => start <= (caret?.head.start ?? 0))
  return { article, chosen, move, leave, direction: here?.direction ?? turns[0]?.direction ?? 'ltr' }
}

/** A reader chooses what was said, and not the label of who said it. */
function stretchOf({ spoken, end }: ReadTurn): Stretch {
  return { start: spoken, end }
}
