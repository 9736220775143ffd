import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useInvestigation } from '../parts/links.tsx'

/** The field of search on its own screen. */
export const SEARCH_FIELD = 'search-words'

/** The key `/` goes to the search from everywhere, but where somebody is writing; it counts by its place too, while an Arabic layout is set. */
export function useSearchKey(): void {
  const navigate = useNavigate()
  const investigation = useInvestigation()
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (!isPlain || event.defaultPrevented || !isSlash(event)) return
      if (isWriting(event.target)) return
      event.preventDefault()
      const field = document.getElementById(SEARCH_FIELD)
      const to = { to: '/i/$investigation/search', params: { investigation }, hash: SEARCH_FIELD } as const
      if (field === null) void navigate(to)
      else field.focus()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [navigate, investigation])
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}

/** Where letters are Arabic, the key of the slash has a letter on it; with Shift the key is a question mark, which asks for help. */
export function isSlash({ key, code, shiftKey }: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): boolean {
  return key === '/' || (code === 'Slash' && !shiftKey && /^\p{Script=Arabic}$/u.test(key))
}
