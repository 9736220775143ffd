/**
 * A process that does one kind of work for as long as it lives, and says on its output what it began and what was acknowledged: what
 * `kill.ts` kills. The first word is the folder of the place, the second the kind, the third a name that no other process has.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { makePackage, receiveExhibit, signCheckpoint, takeInFile } from '@corroborate/casework'
import { allInvestigations, members } from '@corroborate/store'
import { deskIn, recordedSource } from '../../../../casework/testing/house.ts'
import { writePackage } from '../../package-folder.ts'
import { writeBackup } from '../../write-backup.ts'
import { openPlace, outOf } from './place.ts'
import type { Acknowledged, Kind } from './acknowledged.ts'

const [, , folder = '', asked = '', name = ''] = process.argv
const LONGEST = 150_000

const { store, files, signing, keys } = await openPlace(folder)
const member = (await members(store.db)).find(({ name }) => name === 'A. Researcher')
const [place] = await allInvestigations(store.db)
if (!member || !place) throw new Error('the place has nobody who could do anything')
const desk = { ...deskIn(store, member.id, Date.now), files }
const investigation = place.id
let count = 0

const DOING: { readonly [Each in Kind]: () => Promise<void> } = {
  upload,
  commit,
  checkpoint,
  package: writtenPackage,
  backup: writtenBackup,
}

// Whoever is killed does not write it at the end.
flushCompileCache()
say('ready')
const doing = Object.entries(DOING).find(([kind]) => kind === asked)?.[1] ?? upload
for (;;) await doing()

async function upload(): Promise<void> {
  const bytes = randomBytes(randomInt(LONGEST))
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  const digests = { bytes: bytes.length, sha256: of('sha256'), sha512: of('sha512') }
  const unknown = { source: null, generation: 'unknown', whereabouts: null, collected: null } as const
  say('begins upload')
  const { exhibit } = valueOf(
    await takeInFile(
      desk,
      {
        ...{ investigation, name: 'x.bin', announced: { digests, atRest: 'encrypted' } },
        bytes: inPieces(bytes),
      },
      {
        act: receiveExhibit,
        enter: (file) => {
          say('begins commit')
          return receiveExhibit(desk, { investigation, code: null, title: { en: 'x' }, ...unknown, file })
        },
      },
    ),
  )
  acknowledge({ kind: 'upload', exhibit, sha256: digests.sha256 })
}

async function commit(): Promise<void> {
  say('begins commit')
  acknowledge({ kind: 'commit', source: await recordedSource(desk, investigation, 'document') })
}

async function checkpoint(): Promise<void> {
  await commit()
  say('begins checkpoint')
  const { head } = valueOf(await signCheckpoint({ ...desk, signing }, investigation))
  acknowledge({ kind: 'checkpoint', size: head.size, note: head.note })
}

async function writtenPackage(): Promise<void> {
  await commit()
  say('begins package')
  const scope = { kind: 'investigation' } as const
  const plan = valueOf(await makePackage(desk, { investigation, scope, signing, script: 'none', files }))
  const file = `package-${name}-${++count}${count % 2 === 0 ? '' : '.tar'}`
  await writePackage(join(outOf(folder), file), plan)
  acknowledge({ kind: 'package', file })
}

async function writtenBackup(): Promise<void> {
  await commit()
  say('begins backup')
  const file = `backup-${name}-${++count}`
  await writeBackup(store.db, {
    ...{ out: join(outOf(folder), file), to: keys.recovery.recipient, at: new Date().toISOString() },
    files: { store: files.store, key: keys.files },
  })
  acknowledge({ kind: 'backup', file })
}

function acknowledge(what: Acknowledged): void {
  say(`done ${JSON.stringify(what)}`)
}

/** Past every buffer of this process: what was said before it is killed is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 64 * 1024)
    yield await Promise.resolve(bytes.subarray(at, at + 64 * 1024))
}
