import { useState } from 'react'
import type { Refusal } from '@corroborate/base'
import { readOfficialText, type OfficialText } from '@corroborate/findings'

/** In this browser alone: the text is the Court's, and neither sent nor kept by the server. */
const NAME = 'corroborate.elements-text'

/** The official text of the elements, as a user loaded it; and how one loads it, or throws it away. */
export function useOfficialText() {
  const [text, setText] = useState<OfficialText>(kept)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const load = async (file: File) => {
    const read = readOfficialText(await file.text(), file.name)
    setRefusal(read.ok ? null : read)
    if (!read.ok) return
    localStorage.setItem(NAME, JSON.stringify([...read.value]))
    setText(read.value)
  }
  const forget = () => {
    localStorage.removeItem(NAME)
    setText(new Map())
  }
  return { text, refusal, load, forget }
}

function kept(): OfficialText {
  try {
    const entries: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : [])
  } catch {
    return new Map()
  }
}

function isEntry(entry: unknown): entry is readonly [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
}
