import { makeMemory, readSearch, type FoundShown, type SearchView } from '@corroborate/casework'
import { allInvestigations, rebuildIndex } from '@corroborate/store'
import { openAskedStore } from './asked-store.ts'
import { deskOf } from './desk-of.ts'
import { firstMember } from './first-member.ts'
import type { IndexCommand, SearchCommand } from './search-command-line.ts'

const WIDE = { kind: null, text: null, code: null, speaker: null, language: null }

/** Where words stand, for whoever works here first: as far as their role reads. */
export async function search(asked: SearchCommand): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) return complain(opened.detail)
  const { store } = opened.value
  try {
    const all = await allInvestigations(store.db)
    const chosen = all.filter(({ code }) => asked.investigation === null || code === asked.investigation)
    if (chosen.length === 0) return complain(`there is no investigation ${asked.investigation ?? ''}`)
    const reader = { ...deskOf(store, (await firstMember(store)).id), memory: makeMemory() }
    for (const { id, code } of chosen) {
      const found = await readSearch(reader, {
        investigation: id,
        words: asked.words,
        narrowing: WIDE,
        from: 0,
      })
      if (found?.ok === false) return complain(found.detail)
      if (asked.json) console.log(JSON.stringify({ investigation: code, found: found?.value ?? null }))
      else console.log(found === null ? `${code}: nothing that you may read.` : inWords(code, found.value))
    }
    return 0
  } finally {
    await store.close()
  }
}

function inWords(code: string, { total, groups }: SearchView): string {
  const lines = groups.flatMap(({ kind, count, found }) => [
    `  ${kind} (${count})`,
    ...found.map((one) => `    ${lineOf(one)}`),
  ])
  return [`${code}: ${total} found`, ...lines].join('\n')
}

function lineOf({ code, place, pieces }: FoundShown): string {
  const speaker = place?.speaker ?? null
  const words = pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')
  return `${code}${speaker === null ? '' : `, ${speaker}`}: ${words}`
}

/** Makes the index of every investigation anew. */
export async function index(asked: IndexCommand): Promise<number> {
  const opened = await openAskedStore(asked)
  if (!opened.ok) return complain(opened.detail)
  const { store } = opened.value
  try {
    for (const { id, code } of await allInvestigations(store.db)) {
      const documents = await store.db.transaction().execute((db) => rebuildIndex(db, id))
      console.log(
        asked.json
          ? JSON.stringify({ investigation: code, documents })
          : `${code}: ${documents} turns, passages, claims and entries can be found.`,
      )
    }
    return 0
  } finally {
    await store.close()
  }
}

function complain(sentence: string): number {
  console.error(sentence)
  return 2
}
