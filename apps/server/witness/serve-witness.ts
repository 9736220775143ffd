import { once } from 'node:events'
import { randomBytes } from 'node:crypto'
import { ok, type Outcome } from '@corroborate/base'
import { writeVerifierKey, type VerifierKey } from '@corroborate/ledger'
import { openSigning, type SigningAsked, type SigningRefusal } from '../ledger/open-signing.ts'
import { listenOn, type ListenRefusal } from '../listen-on.ts'
import { makeWitness } from './make-witness.ts'

export interface WitnessAsked extends SigningAsked {
  /** As everybody will know it: `partner.example/witness`. */
  readonly name: string
  readonly logs: readonly VerifierKey[]
  readonly port: number
}

export interface Witnessing {
  readonly address: string
  /** To be given to whoever keeps a ledger, and to whoever verifies. */
  readonly key: string
  readonly close: () => Promise<void>
}

/** Runs a witness on this machine, behind whatever proxy lets others in, until it is closed. */
export async function serveWitness(
  asked: WitnessAsked,
): Promise<Outcome<Witnessing, SigningRefusal | ListenRefusal>> {
  const opened = await openSigning(asked, randomBytes)
  if (!opened.ok) return opened
  const { signing, release } = opened.value
  const signer = signing.key.cosignerNamed(asked.name)
  const { heads, oneByOne } = signing
  const app = makeWitness({ signer, logs: asked.logs, heads, oneByOne, clock: Date.now })
  const listening = await listenOn({ port: asked.port, host: '127.0.0.1' }, () => app)
  if (!listening.ok) {
    release()
    return listening
  }
  const { server, port } = listening.value
  const close = async () => {
    server.close()
    await once(server, 'close')
    release()
  }
  return ok({ address: `http://127.0.0.1:${port}`, key: writeVerifierKey(signer.key), close })
}
