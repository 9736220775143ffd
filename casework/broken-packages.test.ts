import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { readTar, writeTar } from '@corroborate/interchange'
import { verifyPackage, writeVerifierKey, type BagItem } from '@corroborate/ledger'
import { openStore, type Store } from '@corroborate/store'
import { DIGESTS_OF_NODE } from '@corroborate/vault'
import { folders } from '../store/testing/engines.ts'
import { makePackage, recordSource } from './acts.ts'
import { signCheckpoint } from './sign-checkpoint.ts'
import { BROKEN } from './testing/broken-packages.ts'
import { forge, type Files } from './testing/reseal-package.ts'
import { buildHouse, type House } from './testing/house.ts'
import { filesForTest, SCRIPT, signingForTest } from './testing/packages.ts'
import { takenExhibit } from './testing/small-exhibit.ts'
import type { Signing } from './signing.ts'

const VERIFIER = fileURLToPath(new URL('../verifier/verify.mjs', import.meta.url))
const places = folders()
const folder = mkdtempSync(join(tmpdir(), 'corroborate-broken-'))
let store: Store
let house: House
let signing: Signing
let sound: Files
/** The head as somebody kept it before the last record came. */
let earlier: string
beforeAll(async () => {
  store = valueOf(await openStore(await places.place()))
  house = await buildHouse(store)
  signing = await signingForTest()
  const files = await filesForTest()
  const { investigation } = house
  await takenExhibit(
    { ...house.desk, files },
    { investigation, bytes: Buffer.from('An invented recording.'), source: null },
  )
  earlier = valueOf(await signCheckpoint({ ...house.desk, signing }, house.investigation)).head.note
  valueOf(
    await recordSource(house.desk, {
      ...{ investigation: house.investigation, code: 'later', kind: 'document', role: 'report' },
      ...{ title: { en: 'Later' }, reliability: 'F', credibility: 6 },
    }),
  )
  const asked = {
    investigation: house.investigation,
    scope: { kind: 'investigation' },
    signing,
    script: SCRIPT,
    files,
  } as const
  sound = new Map()
  for (const { name, read } of valueOf(await makePackage(house.desk, asked)).files) {
    const chunks: Uint8Array[] = []
    for await (const chunk of read()) chunks.push(chunk)
    sound.set(name, Buffer.concat(chunks))
  }
})
afterAll(async () => {
  await store.close()
  await places.remove()
  rmSync(folder, { recursive: true })
})

const keeper = () => ({ key: signing.key, chain: house.investigation })

async function* itemsIn(files: Files): AsyncGenerator<BagItem> {
  await Promise.resolve()
  const inData = (name: string) => Number(name.startsWith('data/'))
  const names = [...files.keys()].sort((a, b) => inData(a) - inData(b) || (a < b ? -1 : 1))
  for (const name of names) yield { kind: 'file', name, bytes: chunks(files.get(name) ?? Buffer.of()) }
}
async function* chunks(...all: readonly Uint8Array[]) {
  await Promise.resolve()
  yield* all
}
let written = 0
function onDisk(files: Files): string {
  const into = join(folder, String(++written))
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(into, name)), { recursive: true })
    writeFileSync(join(into, name), bytes)
  }
  return into
}
const byItself = (words: readonly string[]) =>
  spawnSync(process.execPath, [VERIFIER, ...words], { encoding: 'utf8' })
const asked = { policy: null, against: null, digests: DIGESTS_OF_NODE } as const
const verified = (items: AsyncIterable<BagItem>, more = {}) => verifyPackage(items, { ...asked, ...more })

describe('both verifiers, each written by itself', () => {
  test('hold the package as it was made to be whole', async () => {
    expect((await verified(itemsIn(sound))).ok).toBe(true)
    expect(byItself([onDisk(sound)])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('whole') as string,
    })
  })

  test.each(BROKEN)('refuse $name', async ({ change, says }) => {
    const files: Files = new Map(sound)
    change(files, keeper())
    const outcome = await verified(itemsIn(files))
    expect(outcome.ok ? 'whole' : outcome.detail).toMatch(says)
    const other = byItself([onDisk(files)])
    expect({ status: other.status, said: other.stdout }).toMatchObject({ status: 1 })
    expect(other.stdout).not.toContain('cannot be read: Cannot')
  })

  test('refuse a symbolic link', async () => {
    const into = onDisk(sound)
    symlinkSync('/etc/hostname', join(into, 'data/records/link.jsonl'))
    expect(byItself([into])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('is a link') as string,
    })
    const link: BagItem = { kind: 'other', name: 'data/records/link.jsonl', what: 'a symbolic link' }
    expect(await verified(chunksOf([link]))).toMatchObject({
      detail: '"data/records/link.jsonl" is a symbolic link: a package has files alone',
    })
  })

  test('refuse another key than the one that the reader holds', async () => {
    const stranger = (await signingForTest()).key.signerOf(house.investigation).key
    const policy = { logs: [stranger], witnesses: [], quorum: { kind: 'none' } }
    expect(await verified(itemsIn(sound), { policy })).toMatchObject({ reason: 'other-key' })
    const file = join(folder, 'stranger.vkey')
    writeFileSync(file, `${writeVerifierKey(stranger)}\n`)
    expect(byItself([onDisk(sound), '--key', file]).stdout).toContain(
      'by another key than the one that you hold',
    )
  })

  test('cannot see that a row and its leaf were deleted and the tree signed anew; whoever kept an earlier head can', async () => {
    const files: Files = new Map(sound)
    forge(files, keeper())
    expect((await verified(itemsIn(files))).ok).toBe(true)
    const into = onDisk(files)
    expect(byItself([into]).status).toBe(0)
    expect(await verified(itemsIn(files), { against: earlier })).toMatchObject({
      reason: 'fork',
      detail: expect.stringMatching(
        /^the first \d+ entries are not those that were signed: the checkpoint that you hold has another root for them$/,
      ) as string,
    })
    const file = join(folder, 'earlier')
    writeFileSync(file, earlier)
    expect(byItself([into, '--against', file])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('the checkpoint that you hold has another root') as string,
    })
    expect(byItself([onDisk(sound), '--against', file]).status).toBe(0)
  })
})

async function* chunksOf<Item>(items: readonly Item[]) {
  await Promise.resolve()
  yield* items
}

describe('an archive', () => {
  const tarOf = async (files: Files, rename = (name: string) => `package/${name}`) => {
    const inData = (name: string) => Number(name.startsWith('data/'))
    const names = [...files.keys()].sort((a, b) => inData(a) - inData(b) || (a < b ? -1 : 1))
    const parts: Uint8Array[] = []
    const entries = names.map((name) => {
      const bytes = files.get(name) ?? Buffer.of()
      return { name: rename(name), size: bytes.length, read: () => chunks(bytes) }
    })
    for await (const chunk of writeTar(entries)) parts.push(chunk)
    return Buffer.concat(parts)
  }
  const said = async (bytes: AsyncIterable<Uint8Array>) => {
    const outcome = await verified(readTar(bytes))
    return outcome.ok ? 'whole' : outcome.detail
  }

  test('is read as a folder is, and tar itself unpacks it', async () => {
    const tar = await tarOf(sound)
    expect(await said(chunks(tar))).toBe('whole')
    writeFileSync(join(folder, 'sound.tar'), tar)
    expect(spawnSync('tar', ['-xf', 'sound.tar'], { cwd: folder }).status).toBe(0)
    expect(byItself([join(folder, 'package')]).status).toBe(0)
  })

  test.each([
    ['cut in the middle', (tar: Buffer) => tar.subarray(0, tar.length / 2), /was cut off$|was changed/],
    [
      'with bytes behind its end',
      (tar: Buffer) => Buffer.concat([tar, Buffer.from('more')]),
      /^there are bytes after the end of the archive$/,
    ],
    [
      'that is a ZIP file',
      () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(1000)]),
      /^this is a ZIP file: a package is a folder or a plain tar file. Nothing was unpacked.$/,
    ],
    [
      'compressed with gzip',
      () => Buffer.concat([Buffer.of(0x1f, 0x8b), Buffer.alloc(1000)]),
      /^this is compressed with gzip/,
    ],
    [
      'that is none',
      () => Buffer.alloc(2000, 'x'),
      /^this is no tar file: at byte 0 a header was expected there/,
    ],
  ] as const)('%s is told', async (_, change, says) => {
    expect(await said(chunks(change(await tarOf(sound))))).toMatch(says)
  })

  test.each([
    [
      '..',
      (name: string) => (name === 'VERIFY.txt' ? 'package/../../VERIFY.txt' : `package/${name}`),
      /leads out of the package by \.\.$/,
    ],
    [
      'an absolute path',
      (name: string) => (name === 'VERIFY.txt' ? '/etc/VERIFY.txt' : `package/${name}`),
      /beside the one folder|absolute/,
    ],
    [
      'a drive',
      (name: string) => (name === 'VERIFY.txt' ? 'package/C:\\VERIFY.txt' : `package/${name}`),
      /is a path on a drive$/,
    ],
  ])('with %s in it is told before anything is written', async (_, rename, says) => {
    expect(await said(chunks(await tarOf(sound, rename)))).toMatch(says)
  })

  test('whose entry has 4 GB and claims 1 KB is left after that kilobyte', async () => {
    const tar = await tarOf(new Map([['bagit.txt', Buffer.alloc(1024, 'x')]]))
    const block = Buffer.alloc(1 << 20, 'x')
    let read = 0
    async function* endless() {
      yield tar.subarray(0, 1536)
      for (; read < 4096; read++) yield block
      await Promise.resolve()
    }
    expect(await said(endless())).toMatch(
      /^"bagit.txt" is longer than it claims, or the archive is damaged: at byte 1536/,
    )
    expect(read).toBeLessThan(3)
  })

  test('whose entry claims two sizes is told', async () => {
    const large = writeTar([{ name: 'package/bagit.txt', size: 2 ** 33, read: () => chunks(Buffer.of(1)) }])
    const parts: Uint8Array[] = []
    for await (const chunk of large) if (parts.push(chunk) === 3) break
    const lying = Buffer.from(Buffer.concat(parts))
    lying.write('00000002000', 1024 + 124, 'latin1')
    const sum = lying
      .subarray(1024, 1536)
      .reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
    lying.write(sum.toString(8).padStart(6, '0'), 1024 + 148, 'latin1')
    expect(await said(chunks(lying))).toMatch(
      /^"package\/bagit.txt" claims two sizes, 1024 bytes and 8589934592$/,
    )
  })
})

describe('tools that are none of ours', () => {
  test.skipIf(!existsSync('/usr/bin/sha256sum') || !existsSync('/usr/bin/openssl'))(
    'do what VERIFY.txt says',
    () => {
      const into = onDisk(sound)
      const text = readFileSync(join(into, 'VERIFY.txt'), 'utf8')
      const steps = [
        ...text.matchAll(/^ {5}((?:sha|find|sed|openssl|rm|grep|node).*?)(?: {3,}\(.*)?$/gm),
      ].map(([, step]) => step)
      const ran = spawnSync(
        'bash',
        ['-e', '-c', steps.filter((step) => step?.includes('FILE') !== true).join('\n')],
        { cwd: into, encoding: 'utf8' },
      )
      expect(ran.stderr).not.toMatch(/FAILED|WARNING/)
      expect(ran.stdout.match(/Signature Verified Successfully/g)).toHaveLength(2)
      expect(steps.length).toBeGreaterThan(12)
    },
  )

  test.skipIf(spawnSync('python3', ['-c', 'import bagit']).status !== 0)(
    'bagit-python holds the bag to be valid',
    () => {
      expect(spawnSync('python3', ['-m', 'bagit', '--validate', onDisk(sound)]).status).toBe(0)
    },
  )
})
