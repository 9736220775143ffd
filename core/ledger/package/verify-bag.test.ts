import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { DIGESTS_IN_SCRIPT } from './digests.ts'
import { packageItems } from '../../../apps/cli/package-folder.ts'
import { verifyBag } from './verify-bag.ts'

/** LibraryOfCongress/bagit-conformance-suite (9ab4870), CC0: folder names say what is expected. */
const SUITE = fileURLToPath(new URL('../../../../shared/vectors/bagit/visible.tar.gz', import.meta.url))
const absent = !existsSync(SUITE)
if (absent) console.warn('skipped: the BagIt vectors are not beside this project (../shared/vectors/bagit)')

const folder = mkdtempSync(join(tmpdir(), 'corroborate-bags-'))
if (!absent) execFileSync('tar', ['-xzf', SUITE, '-C', folder])
afterAll(() => rmSync(folder, { recursive: true }))

const bags = absent
  ? []
  : readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name: version }) =>
        readdirSync(join(folder, version)).flatMap((expected) =>
          readdirSync(join(folder, version, expected), { withFileTypes: true })
            .filter((entry) => entry.isDirectory())
            .map(({ name }) => ({ version, expected, name, path: join(folder, version, expected, name) })),
        ),
      )

describe.skipIf(absent)('the conformance suite of the Library of Congress', () => {
  test('has as many bags as are told of', () => {
    expect(bags.length).toBeGreaterThanOrEqual(40)
  })
  test.each(bags)('$version/$expected/$name', async ({ expected, path }) => {
    const asked = { profile: 'any', digests: DIGESTS_IN_SCRIPT, along: () => null } as const
    const verified = await verifyBag(valueOf(await packageItems(path)), asked)
    expect({ ok: verified.ok, why: verified.ok ? '' : verified.detail }).toMatchObject({
      ok: expected === 'valid',
    })
  })
})
