import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readTrustPolicy } from '@corroborate/ledger'
import { serveWitness } from '@corroborate/server'
import { project } from './asked-store.ts'
import { askedToStop } from './asked-to-stop.ts'
import type { WitnessCommand } from './command-line.ts'
import { passphraseFor } from './passphrase.ts'

/** Runs a witness for the ledgers that a policy names, until it is asked to stop. */
export async function witness(asked: WitnessCommand): Promise<number> {
  const policy = readTrustPolicy(await readFile(asked.policy, 'utf8'))
  if (!policy.ok) return failed(2, `${asked.policy}: ${policy.detail}`)
  const data = resolve(asked.data ?? join(project, 'witness'))
  const found = await passphraseFor(data, asked.passphraseFile)
  if (!found.ok) return failed(1, found.detail)
  const { logs } = policy.value
  const serving = await serveWitness({
    ...{ folder: data, passphrase: found.value.passphrase },
    ...{ name: asked.name, port: asked.port, logs },
  })
  if (!serving.ok) return failed(1, serving.detail)
  console.log(`The witness is at   ${serving.value.address}
It cosigns          ${logs.map(({ name }) => name).join(', ')}
Its key             ${serving.value.key}

Stop with Ctrl-C.`)
  await askedToStop()
  await serving.value.close()
  return 0
}

function failed(code: number, sentence: string): number {
  console.error(sentence)
  return code
}
