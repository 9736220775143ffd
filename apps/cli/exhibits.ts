import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { receiveExhibit, takeInFile, type ExhibitReceived, type FilesDesk } from '@corroborate/casework'
import { investigationsOf, type InvestigationHead } from '@corroborate/store'
import type { Digests } from '@corroborate/vault'
import type { ExhibitsAdd } from './command-line.ts'
import { firstMember } from './first-member.ts'
import { withFiles } from './with-files.ts'

interface Added extends ExhibitReceived {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/**
 * Takes files in as exhibits, each digested where it lies and again as it is taken in. The first that is refused ends it; those before
 * it are in, and are named.
 */
export function addExhibits(asked: ExhibitsAdd): Promise<number> {
  return withFiles(asked, async (operator) => {
    const member = await firstMember(operator.store)
    const desk = { ...operator, member: member.id }
    const all = await investigationsOf(desk.store.db, {
      member: member.id,
      now: new Date(desk.clock()).toISOString(),
    })
    const investigation = chosenOf(all, asked.investigation)
    if (!investigation.ok) return complain(asked, investigation.detail, 2)
    const added: Added[] = []
    for (const path of asked.files) {
      const one = await addOne(desk, investigation.value, path)
      if (!one.ok) {
        if (!asked.json) for (const each of added) console.log(inWords(each))
        return complain(asked, `${path}: ${one.detail}`, one.reason === 'unreadable' ? 2 : 1, added)
      }
      added.push(one.value)
    }
    if (asked.json) console.log(JSON.stringify({ ok: true, exhibits: added }, null, 2))
    else for (const each of added) console.log(inWords(each))
    return 0
  })
}

function chosenOf(
  all: readonly InvestigationHead[],
  code: string | null,
): Outcome<InvestigationHead, 'which'> {
  const codes = all.map((one) => one.code).join(', ')
  const [only] = all
  if (code === null && all.length === 1 && only) return ok(only)
  if (code === null) return refuse('which', `Say with --investigation which of these is meant: ${codes}.`)
  const found = all.find((one) => one.code === code)
  return found ? ok(found) : refuse('which', `There is no investigation “${code}” here; there are: ${codes}.`)
}

async function addOne(
  desk: FilesDesk,
  { id: investigation }: InvestigationHead,
  path: string,
): Promise<Outcome<Added>> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return refuse('unreadable', 'expected a file, found none that can be read')
  const name = basename(path).normalize('NFC')
  const digests = await digestsOf(path)
  const received = await takeInFile(
    desk,
    {
      ...{ investigation, name, announced: { digests, atRest: 'encrypted' } },
      bytes: createReadStream(path, { highWaterMark: PIECE }),
    },
    {
      act: receiveExhibit,
      enter: (file) => {
        const unknown = { source: null, generation: 'unknown', whereabouts: null, collected: null } as const
        return receiveExhibit(desk, { investigation, code: null, title: { en: name }, ...unknown, file })
      },
    },
  )
  if (!received.ok) return received
  return ok({ ...received.value, name, bytes: digests.bytes, sha256: digests.sha256 })
}

const PIECE = 1024 * 1024

/** What a file is where it lies, before it is taken in. */
async function digestsOf(path: string): Promise<Digests> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')]
  let bytes = 0
  const pieces: AsyncIterable<Uint8Array> = createReadStream(path, { highWaterMark: PIECE })
  for await (const piece of pieces) {
    sha256.update(piece)
    sha512.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') }
}

function inWords({ code, name, bytes, sha256 }: Added): string {
  return `${code}  ${name}, ${bytes} bytes\n  SHA-256 ${sha256}`
}

function complain(
  { json }: ExhibitsAdd,
  sentence: string,
  code: 1 | 2,
  exhibits: readonly Added[] = [],
): number {
  if (json) console.log(JSON.stringify({ ok: false, reasons: [sentence], exhibits }, null, 2))
  else console.error(sentence)
  return code
}
