import { readFile } from 'node:fs/promises'
import { ok, type Outcome } from '@corroborate/base'
import {
  readTrustPolicy,
  readVerifierKey,
  verifyPackage,
  writeVerifierKey,
  type TrustPolicy,
  type VerifiedPackage,
} from '@corroborate/ledger'
import { checkToken, DIGESTS_OF_NODE, SHA_256_OF_NODE } from '@corroborate/vault'
import type { VerifyPackage } from './package-command-line.ts'
import { packageItems } from './package-folder.ts'

/** Verifies a package, in a folder or a tar file, without any store: 0 whole, 1 not, 2 where there is none. */
export async function verifyPackageFile(asked: VerifyPackage): Promise<number> {
  const policy = await policyFor(asked)
  if (!policy.ok) return complain(asked, policy.detail, 2)
  const items = await packageItems(asked.file)
  if (!items.ok) return complain(asked, items.detail, 2)
  const against = asked.against === null ? null : await readFile(asked.against, 'utf8')
  const verified = await verifyPackage(items.value, {
    ...{ policy: policy.value, against },
    ...{ digests: DIGESTS_OF_NODE, sha256: SHA_256_OF_NODE },
    tokens: checkToken(asked.roots === null ? null : await readFile(asked.roots, 'utf8')),
  })
  if (!verified.ok) return complain(asked, verified.detail, 1)
  tell(asked, verified.value)
  return 0
}

/** Whom to believe: a policy with witnesses, a key, or nobody that was named. */
async function policyFor({ key, policy }: VerifyPackage): Promise<Outcome<TrustPolicy | null>> {
  if (policy !== null) return readTrustPolicy(await readFile(policy, 'utf8'))
  if (key === null) return ok(null)
  const read = readVerifierKey((await readFile(key, 'utf8')).trim())
  return read.ok ? ok({ logs: [read.value], witnesses: [], quorum: { kind: 'none' } }) : read
}

function tell(asked: VerifyPackage, verified: VerifiedPackage): void {
  const { about, files, bytes, id, key, ledger, records, stamped } = verified
  const known = asked.key !== null || asked.policy !== null
  if (asked.json) {
    console.log(
      JSON.stringify(
        {
          ok: true,
          package: id,
          files,
          bytes,
          key: writeVerifierKey(key),
          known,
          records,
          stamped,
          about,
          ...{ ledger: { ...ledger, cosigned: ledger.cosigned.map(({ name }) => name) } },
        },
        null,
        2,
      ),
    )
    return
  }
  const withheld = Object.entries(ledger.withheld).map(([reason, count]) => `${count} ${reason}`)
  const cosigned = ledger.cosigned.map(({ name }) => name)
  console.log(`whole: ${files} files, ${bytes} bytes; package ${id}
Ledger ${about.ledger.origin}: ${ledger.size} lines, ${ledger.given} given, withheld: ${withheld.length === 0 ? 'none' : withheld.join(', ')}; as signed at ${ledger.heads.join(', ')}.
Records: ${records.proven} are word for word what was entered; of ${records.told} the ledger here says less.
Cosigned by ${cosigned.length === 0 ? 'no witness that is known here' : cosigned.join(', ')}. Time-stamps: ${stampsInWords(verified)}.
${known ? 'Signed by the key that you hold' : 'Signed by the key in the package: compare it with one that came another way'}: ${writeVerifierKey(key)}`)
}

function stampsInWords({ about, stamped }: VerifiedPackage): string {
  if (about.tokens === 0) return 'none; no authority was asked, or none answered'
  return stamped
    .map(({ size, at, authority }) => `${size} lines at ${at} by ${authority ?? 'somebody (give --roots)'}`)
    .join('; ')
}

function complain(asked: VerifyPackage, sentence: string, code: 1 | 2): number {
  if (asked.json) console.log(JSON.stringify({ ok: false, reasons: [sentence] }, null, 2))
  else console.error(sentence)
  return code
}
