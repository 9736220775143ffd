import { ok, refuse, valueOf, type Outcome } from '@corroborate/base'
import { openNote, parseNote, shownKey, type TrustPolicy, type Witness } from '@corroborate/ledger'
import {
  consistencyIn,
  cosignaturesOf,
  keepCosignature,
  lastCosignedSize,
  type Db,
  type SignedHead,
} from '@corroborate/store'

/** Sends one request to a witness and gives its answer; throws where there is none. */
export type PostTo = (
  url: string,
  body: string,
) => Promise<{ readonly status: number; readonly text: string }>

const PATIENCE_MS = 10_000
const MOST_LINES = 16

/** Over the network, without following anybody elsewhere. */
export const postTo: PostTo = async (url, body) => {
  const answer = await fetch(url, {
    ...{ method: 'POST', body, redirect: 'error' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return { status: answer.status, text: await answer.text() }
}

/**
 * Asks every witness of a policy that has an address for its cosignature on a head, and keeps what is right. Answers sentences: who did not
 * cosign, and why. One witness that is away holds up nobody.
 */
export async function askWitnesses(
  asked: { readonly db: Db; readonly policy: TrustPolicy; readonly post: PostTo; readonly now: () => string },
  head: SignedHead,
): Promise<readonly string[]> {
  const held = (await cosignaturesOf(asked.db, head)).map(({ witness }) => witness)
  const due = asked.policy.witnesses.filter(({ key, address }) => address && !held.includes(shownKey(key)))
  const told: string[] = []
  for (const witness of due) {
    const line = await lineFrom(asked, witness, head).catch((error: unknown) =>
      refuse('unreachable', error instanceof Error ? error.message : String(error)),
    )
    if (line.ok)
      await keepCosignature(asked.db, head, {
        ...{ witness: shownKey(witness.key), line: line.value, cosignedAt: asked.now() },
      })
    else told.push(`The witness ${witness.name} has not cosigned ${head.origin}: ${line.detail}.`)
  }
  return told
}

async function lineFrom(
  { db, post }: { readonly db: Db; readonly post: PostTo },
  { key, address }: Witness,
  head: SignedHead,
): Promise<Outcome<string, 'refused' | 'wrong-cosignature'>> {
  const url = `${address ?? ''}/add-checkpoint`
  const bodyFrom = async (old: number) => {
    const plan = { earlier: old, later: head.size }
    const proof = old === 0 || old === head.size ? [] : valueOf(await consistencyIn(db, head.chain, plan))
    const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`)
    return `old ${old}\n${lines.join('')}\n${head.note}`
  }
  let answer = await post(url, await bodyFrom(await lastCosignedSize(db, head.chain, shownKey(key))))
  const size = Number(/^(0|[1-9][0-9]{0,15})\n$/.exec(answer.text)?.[1])
  if (answer.status === 409 && size > head.size)
    return refuse('refused', `it has seen ${size} entries, and ${head.size} are signed here`)
  if (answer.status === 409 && Number.isSafeInteger(size)) answer = await post(url, await bodyFrom(size))
  if (answer.status !== 200)
    return refuse('refused', `it answered ${answer.status}, ${answer.text.trim().slice(0, 200)}`)
  return rightLine(answer.text, key, head)
}

/** The line that this witness's key signed; lines of others are passed over. */
function rightLine(
  text: string,
  key: Witness['key'],
  head: SignedHead,
): Outcome<string, 'wrong-cosignature'> {
  for (const line of text.split('\n').slice(0, MOST_LINES)) {
    const note = line === '' ? null : parseNote(`${head.note}${line}\n`)
    if (note?.ok && openNote(note.value, [key]).ok) return ok(line)
  }
  return refuse('wrong-cosignature', 'what it sent is no cosignature of its key on this checkpoint')
}
