import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import type { Quorum } from './quorum.ts'
import { hasControls, readVerifierKey, type KeyType, type VerifierKey } from './verifier-key.ts'

/** A witness, under the name that the policy gives it. */
export interface Witness {
  readonly name: string
  readonly key: VerifierKey
  /** Where it is asked for cosignatures; null where the policy does not say. Whoever only verifies does not need it. */
  readonly address: string | null
}

/** Whom a verifier believes: which ledgers, which witnesses, and how many of these are enough. */
export interface TrustPolicy {
  readonly logs: readonly VerifierKey[]
  readonly witnesses: readonly Witness[]
  readonly quorum: Quorum
}

export type PolicyFault = 'malformed-policy'

/**
 * A policy from its file, line by line: `log <key>`, `witness <name> <key>`, `group <name> all|any|<k> <name>…`, `quorum <name>|none`.
 * An address may follow a key: that of a log is not used. A refusal names the line.
 * @see C2SP tlog-policy (editor's copy, 13027ee)
 */
export function readTrustPolicy(text: string): Outcome<TrustPolicy, PolicyFault> {
  if (hasControls(text.replaceAll('\t', ' ')))
    return refuse('malformed-policy', 'a policy has no control characters but tab and newline')
  const reading = new Reading()
  for (const [i, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    const [first = '#'] = words
    const fault = first.startsWith('#') ? null : reading.take(words)
    if (fault) return refuse('malformed-policy', `line ${i + 1} of the policy: ${fault}`)
  }
  return reading.policy()
}

/** What is wrong with a line; null when nothing is. */
type Fault = string | null

class Reading {
  readonly #logs: VerifierKey[] = []
  readonly #witnesses: Witness[] = []
  readonly #named = new Map<string, Quorum>([['none', { kind: 'none' }]])
  /** A witness counts in one way only: each name is the member of one group at most. */
  readonly #members = new Set<string>()
  #quorum: Quorum | null = null

  take([word, ...rest]: readonly string[]): Fault {
    if (word === 'log') return this.#log(rest)
    if (word === 'witness') return this.#witness(rest)
    if (word === 'group') return this.#group(rest)
    if (word === 'quorum') return this.#setQuorum(rest)
    return `"${word ?? ''}" is not log, witness, group or quorum`
  }

  policy(): Outcome<TrustPolicy, PolicyFault> {
    if (!this.#quorum)
      return refuse('malformed-policy', 'the policy has no line "quorum"; "quorum none" asks for nobody')
    return ok({ logs: this.#logs, witnesses: this.#witnesses, quorum: this.#quorum })
  }

  #log([written = '', ...address]: readonly string[]): Fault {
    const key = keyOf(written, 'note')
    if (!('id' in key)) return key.detail
    if (this.#logs.some((log) => sameKey(log, key))) return `the key of ${key.name} is there twice`
    if (address.length > 1) return 'a log is a key, and an address at most'
    this.#logs.push(key)
    return null
  }

  #witness([name = '', written = '', ...address]: readonly string[]): Fault {
    const key = keyOf(written, 'cosignature')
    if (!('id' in key)) return key.detail
    if (this.#witnesses.some((witness) => sameKey(witness.key, key)))
      return `the key of ${name} is there twice`
    if (address.length > 1) return 'a witness is a name, a key, and an address at most'
    this.#witnesses.push({ name, key, address: address[0] ?? null })
    return this.#define(name, { kind: 'witness', name, key })
  }

  #group([name = '', threshold = '', ...names]: readonly string[]): Fault {
    const members: Quorum[] = []
    for (const member of names) {
      const found = this.#named.get(member)
      if (!found || found.kind === 'none') return `"${member}" is not defined above`
      if (this.#members.has(member)) return `"${member}" is a member already`
      this.#members.add(member)
      members.push(found)
    }
    const atLeast = thresholdOf(threshold, members.length)
    if (atLeast === null)
      return `a group of ${members.length} has all, any, or a number from 1 to ${members.length}, found "${threshold}"`
    return this.#define(name, { kind: 'group', name, atLeast, members })
  }

  #setQuorum([name = '', ...rest]: readonly string[]): Fault {
    const quorum = this.#named.get(name)
    if (this.#quorum) return 'there is a quorum already'
    if (!quorum || rest.length > 0) return `"${[name, ...rest].join(' ')}" is not defined above`
    this.#quorum = quorum
    return null
  }

  #define(name: string, quorum: Quorum): Fault {
    if (this.#named.has(name)) return `"${name}" is defined already`
    this.#named.set(name, quorum)
    return null
  }
}

function thresholdOf(written: string, members: number): number | null {
  if (members === 0) return null
  if (written === 'all') return members
  if (written === 'any') return 1
  const number = /^[1-9][0-9]{0,4}$/.test(written) ? Number(written) : 0
  return number >= 1 && number <= members ? number : null
}

function keyOf(written: string, type: KeyType): VerifierKey | Refusal {
  const key = readVerifierKey(written)
  if (!key.ok) return key
  if (key.value.type === type) return key.value
  const wanted =
    type === 'note' ? 'a ledger signs with a key of type 1' : 'a witness cosigns with a key of type 4'
  return refuse('malformed-policy', `${wanted}, and ${key.value.name} has another`)
}

function sameKey(one: VerifierKey, other: VerifierKey): boolean {
  return one.publicKey.every((byte, i) => byte === other.publicKey[i])
}
