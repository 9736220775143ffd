import { randomBytes } from 'node:crypto'
import type { FilesDesk } from '@corroborate/casework'
import { openFiles } from '@corroborate/server'
import { askedServe } from './asked-store.ts'
import type { StoreAsked } from './store-asked.ts'
import { deskOf } from './desk-of.ts'
import { openStore } from '@corroborate/store'

/** Does something at a desk with the store and its files open, and lets go of both; 2 when they do not open. */
export async function withFiles(
  asked: StoreAsked & { readonly json: boolean },
  work: (operator: FilesDesk) => Promise<number>,
): Promise<number> {
  const named = await askedServe(asked)
  if (!named.ok) return complain(asked, named.detail)
  const opened = await openStore(named.value.where)
  if (!opened.ok) return complain(asked, opened.detail)
  const store = opened.value
  try {
    const held = await openFiles(named.value.files, { store, random: randomBytes })
    if (!held.ok) return complain(asked, held.detail)
    try {
      return await work({ ...deskOf(store, 'operator'), files: held.value.files })
    } finally {
      held.value.release()
    }
  } finally {
    await store.close()
  }
}

function complain({ json }: { readonly json: boolean }, sentence: string): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: [sentence] }, null, 2))
  else console.error(sentence)
  return 2
}
