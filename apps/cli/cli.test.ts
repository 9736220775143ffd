import { createServer } from 'node:net'
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { corroborate, corroborateAlone, root } from './testing/run.ts'

vi.setConfig({ testTimeout: 120_000 })
let folder: string
const example = join(root, 'examples/saydnaya')
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corroborate-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('build', () => {
  test('arrives at the published figures by computation, and says why one remembered figure differs', async () => {
    const out = join(folder, 'built')
    const { code, out: said } = await corroborate(['build', example, '--out', out])
    expect(code).toBe(0)
    expect(said).toContain('minimum before rounding  5,376')
    expect(said).toContain('maximum before rounding  13,540')
    expect(said).toContain('as published             5,000 to 13,000')
    expect(said).toMatch(
      /5,336 as the minimum, computed 5,376: .*4,440, is entered as 4,400; the published range is the same/,
    )
    expect(said).toMatch(/F18 is read in place of F03.*5,376 to 16,200; published so: 5,000 to 16,000/)
    expect(await readdir(out)).toEqual(
      expect.arrayContaining(['report.en.html', 'report.ar.html', 'report.en.pdf', 'report.ar.pdf', 'annex']),
    )
  })

  test('gives the same bytes for the same folder', async () => {
    const outs = [join(folder, 'once'), join(folder, 'twice')]
    for (const out of outs) expect((await corroborate(['build', example, '--out', out])).code).toBe(0)
    const [once, twice] = outs
    for (const name of await readdir(once ?? '', { recursive: true })) {
      if ((await stat(join(once ?? '', name))).isDirectory()) continue
      expect(await readFile(join(twice ?? '', name)), name).toEqual(await readFile(join(once ?? '', name)))
    }
  })

  test('follows a changed input to the number, and refuses the sentence whose claim is gone', async () => {
    const changed = await copyWith('claims.yaml', (text) =>
      text.replace(/(code: F03[\s\S]*?max:) 50/, '$1 40'),
    )
    const { out } = await corroborate(['build', changed, '--out', join(folder, 'changed'), '--json'])
    const { estimates } = JSON.parse(out) as { estimates: { answer: { value: { interval: unknown } } }[] }
    expect(estimates[0]?.answer.value.interval).toEqual({ min: 5376, max: 240 + 44 * 40 + 222 * 40 })

    const bare = await copyWith('findings.yaml', (text) =>
      text.replace(/(code: weekly-groups[\s\S]*?claims-for:) \[[^\]]*\]/, '$1 []'),
    )
    const refused = await corroborate(['build', bare, '--out', join(folder, 'bare')])
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('finding-without-claims')
    expect(refused.err).toContain('Nothing was written.')
    await expect(stat(join(folder, 'bare'))).rejects.toThrow()
  })

  test('refuses a sentence that words an attribution as established, with its line', async () => {
    const worded = await copyWith('report.en.md', (text) =>
      text.replace(/^Each group, it reported, numbered/m, 'Each group numbered'),
    )
    const { code, err } = await corroborate(['build', worded, '--out', join(folder, 'worded')])
    expect(code).toBe(1)
    expect(err).toMatch(/report[.]en[.]md:\d+: worded-above-standing: /)
  })

  test('a report that is dated back to before a withdrawal brings nothing back', async () => {
    const training = join(root, 'examples/training')
    const back = await mkdtemp(join(folder, 'back-'))
    await cp(training, back, { recursive: true })
    for (const name of ['report.en.md', 'report.ar.md']) {
      const text = await readFile(join(back, name), 'utf8')
      await writeFile(join(back, name), text.replace(/^dated: .*$/m, 'dated: 2010-02-01'))
    }
    const findingsOf = async (from: string) => {
      const { out } = await corroborate(['build', from, '--out', join(folder, 'dated'), '--json'])
      return (JSON.parse(out) as { findings: unknown }).findings
    }
    expect(await findingsOf(back)).toEqual(await findingsOf(training))
  })

  test('tells a mistake by file, line and field, and writes nothing', async () => {
    const broken = await copyWith('claims.yaml', (text) => text.replace(/(code: F03[\s\S]*?max:) 50/, '$1 5'))
    const { code, err } = await corroborate(['build', broken, '--out', join(folder, 'broken')])
    expect(code).toBe(2)
    expect(err).toMatch(
      /^claims[.]yaml, line \d+, claims\[2\][.]pattern[.]size[.]max: expected .*, found the number 5/,
    )
    await expect(stat(join(folder, 'broken'))).rejects.toThrow()
  })

  test.each([
    ['no folder', join('no', 'such', 'folder'), 'expected a folder, found nothing'],
    ['a file in place of a folder', join(root, 'README.md'), 'expected a folder, found a file'],
  ])('says so when it is given %s', async (_, given, sentence) => {
    const { code, err } = await corroborate(['build', given, '--out', join(folder, 'nothing')])
    expect(code).toBe(2)
    expect(err).toContain(sentence)
  })
})

async function copyWith(file: string, change: (text: string) => string): Promise<string> {
  const copy = await mkdtemp(join(folder, 'copy-'))
  await cp(example, copy, { recursive: true })
  const before = await readFile(join(copy, file), 'utf8')
  const after = change(before)
  expect(after, `the change to ${file} changes something`).not.toBe(before)
  await writeFile(join(copy, file), after)
  return copy
}

describe('the store', () => {
  test('is made by an import, verified, and not imported into twice', async () => {
    const data = join(folder, 'data')
    const first = await corroborate(['import', example, '--data', data])
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain('6 sources, 8 texts, 32 passages, 32 claims, 17 findings')
    const again = await corroborate(['import', example, '--data', data])
    expect(again.code).toBe(1)
    expect(again.err).toContain('is here already; nothing was changed')
    const verified = await corroborate(['verify', '--data', data, '--json'])
    expect(verified.code).toBe(0)
    expect(JSON.parse(verified.out)).toMatchObject({ ok: true })
  }, 60_000)

  test('does not open with a wrong passphrase, nor with none, and says what to do', async () => {
    const data = join(folder, 'locked')
    await corroborate(['import', example, '--data', data], { CORROBORATE_PASSPHRASE: 'a first passphrase' })
    const wrong = await corroborate(['verify', '--data', data], { CORROBORATE_PASSPHRASE: 'another one' })
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('The passphrase does not open the store')
    const none = await corroborate(['verify', '--data', data])
    expect(none.code).toBe(2)
    expect(none.err).toContain('no passphrase for it')
  }, 60_000)

  test('of a newer version is left alone', async () => {
    const data = join(folder, 'newer')
    await mkdir(data)
    await writeFile(
      join(data, 'store.json'),
      JSON.stringify({ format: 'corroborate-store-key', version: 99 }),
    )
    await writeFile(join(data, 'store.db'), 'of a later program')
    const { code, err } = await corroborateAlone(['serve', '--port', '0', '--data', data], {
      CORROBORATE_PASSPHRASE: 'x',
    })
    expect(code).toBe(1)
    expect(err).toContain('belongs to a later version of this program')
    expect(await readFile(join(data, 'store.db'), 'utf8')).toBe('of a later program')
  })
})

describe('serve', () => {
  test('says which port is taken and what to do', async () => {
    const squatter = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => squatter.once('listening', resolve))
    const address = squatter.address()
    const port = address !== null && typeof address === 'object' ? String(address.port) : ''
    const { code, err } = await corroborateAlone(['serve', '--port', port, '--data', join(folder, 'served')])
    squatter.close()
    expect(code).toBe(1)
    expect(err).toContain(`Port ${port} is taken`)
    expect(err).toContain('--port')
  })

  test('keeps the generated passphrase to its owner, and stops when asked', async () => {
    const data = join(folder, 'owned')
    const { code, out } = await corroborateAlone(['serve', '--port', '0', '--data', data])
    expect(code).toBe(0)
    expect(out).toContain('Stopped.')
    expect((await stat(`${data}.passphrase`)).mode & 0o777).toBe(0o600)
    expect((await stat(data)).mode & 0o777).toBe(0o700)
  }, 60_000)
})

describe('the command line', () => {
  test.each([
    [['bild'], 'there is no command "bild"'],
    [['build', 'here'], '--out'],
    [['import'], 'needs the investigation folder'],
    [['serve', '--port', 'eighty'], 'found "eighty"'],
    [['serve', '--prot', '1'], '--prot'],
    [['build', 'a', 'b', '--out', 'c'], 'one word too many'],
  ])('%j is answered with what was expected, and how it is used', async (words, sentence) => {
    const { code, err } = await corroborate(words)
    expect(code).toBe(2)
    expect(err).toContain(sentence)
    expect(err).toContain('corroborate build   FOLDER --out FOLDER')
  })

  test('asked for help, it helps', async () => {
    expect(await corroborateAlone(['--help'])).toMatchObject({ code: 0, err: '' })
  })
})
