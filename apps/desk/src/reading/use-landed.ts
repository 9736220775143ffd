import { useLocation } from '@tanstack/react-router'
import { useEffect, type RefObject } from 'react'
import type { Stretch } from '@corroborate/testimony'
import { choose } from './dom-positions.ts'
import { stretchOfHash } from './stretch-hash.ts'

/**
 * Brings the words that the address names into sight, chosen as if by hand: a reader who comes from a search stands at what was found.
 * Answers where that is; null where the address names no words.
 */
export function useLanded(article: RefObject<HTMLElement | null>): Stretch | null {
  const hash = useLocation({ select: (location) => location.hash })
  useEffect(() => {
    const stretch = stretchOfHash(hash)
    if (stretch === null || article.current === null) return
    const line = choose(stretch, article.current)
    const chosen = document.getSelection()
    const at = chosen !== null && chosen.rangeCount > 0 ? chosen.getRangeAt(0).getBoundingClientRect() : null
    // By the words and not by their turn, which may be longer than the window.
    if (at === null) line?.scrollIntoView({ block: 'center' })
    else window.scrollTo({ top: window.scrollY + at.top - window.innerHeight / 2 })
  }, [hash, article])
  return stretchOfHash(hash)
}
