import { useCallback, useEffect, useState } from 'react'

/** Turns that were typed anew, by where they start, and kept in this browser until they are sent. */
export function useKeptWords(name: string) {
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(() => typedIn(localStorage.getItem(name)))
  useEffect(() => {
    if (typed.size === 0) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify([...typed]))
  }, [name, typed])
  const type = useCallback(
    (start: number, words: string) => setTyped((before) => new Map([...before, [start, words]])),
    [],
  )
  return { typed, type, forget: () => setTyped(new Map()) }
}

function typedIn(kept: string | null): ReadonlyMap<number, string> {
  try {
    const pairs: unknown = JSON.parse(kept ?? '[]')
    return new Map(Array.isArray(pairs) ? pairs.filter(isTyped) : [])
  } catch {
    return new Map()
  }
}

function isTyped(pair: unknown): pair is [number, string] {
  return Array.isArray(pair) && typeof pair[0] === 'number' && typeof pair[1] === 'string'
}
