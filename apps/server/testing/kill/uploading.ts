/**
 * A process that takes in files for as long as it lives, and says on its output which were acknowledged: what `kill.ts` kills. The
 * first word is the folder of the store, the second that of the files, the third the passphrase of both.
 */
import { createHash, randomBytes, randomInt } from 'node:crypto'
import { writeSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { receiveExhibit, takeInFile } from '@corroborate/casework'
import { allInvestigations, members, openStore } from '@corroborate/store'
import { openFiles } from '../../exhibits/open-files.ts'

const [, , data = '', folder = '', passphrase = ''] = process.argv
const LONGEST = 400_000

const store = valueOf(await openStore({ kind: 'file', folder: data, passphrase }))
const { files } = valueOf(
  await openFiles({ folder, passphrase, bucket: null }, { store, random: randomBytes }),
)
const [member] = await members(store.db)
const [place] = await allInvestigations(store.db)
if (!member || !place) throw new Error('the store has nobody who could take in a file')
const desk = {
  store,
  files,
  member: member.id,
  provedAt: Date.now(),
  clock: Date.now,
  random: randomBytes,
  software: 'kill',
}
const investigation = place.id
say('ready')
for (;;) {
  const bytes = randomBytes(randomInt(LONGEST))
  const of = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex')
  const digests = { bytes: bytes.length, sha256: of('sha256'), sha512: of('sha512') }
  const coming = { investigation, name: 'x.bin', announced: { digests, atRest: 'encrypted' } as const }
  const unknown = { source: null, generation: 'unknown', whereabouts: null, collected: null } as const
  const { exhibit } = valueOf(
    await takeInFile(
      desk,
      { ...coming, bytes: inPieces(bytes) },
      {
        act: receiveExhibit,
        enter: (file) =>
          receiveExhibit(desk, { investigation, code: null, title: { en: 'x' }, ...unknown, file }),
      },
    ),
  )
  say(`${exhibit} ${digests.sha256}`)
}

/** Past every buffer of this process: what was said before it is killed is heard. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 64 * 1024)
    yield await Promise.resolve(bytes.subarray(at, at + 64 * 1024))
}
