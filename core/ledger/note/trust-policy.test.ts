import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { isReached, shownQuorum, type Quorum } from './quorum.ts'
import { readTrustPolicy } from './trust-policy.ts'
import { signerFrom, writeVerifierKey } from './verifier-key.ts'

const keys = Array.from({ length: 8 }, (_, i) => {
  const type = i === 0 ? 'note' : 'cosignature'
  return writeVerifierKey(
    signerFrom({ name: `key${i}.example`, type, seed: new Uint8Array(32).fill(i + 1) }).key,
  )
})
const [LOG, A, B] = keys as [string, string, string]

/** The example of C2SP tlog-policy (13027ee), with keys put in. */
const EXAMPLE = `
log ${LOG}

witness X1 ${keys[1]}
witness X2 ${keys[2]}
witness X3 ${keys[3]}
group X-witnesses 2 X1 X2 X3

witness Y1 ${keys[4]}
witness Y2 ${keys[5]}
witness Y3 ${keys[6]}
group Y-witnesses any Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`

test.each([
  [['X1', 'X2', 'Y1'], true],
  [['X1', 'X3', 'Y3'], true],
  [['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'], true],
  [['X1', 'X2', 'X3'], false],
  [['X1', 'Y1', 'Y2', 'Y3'], false],
  [[], false],
])('in the example of the specification %j are enough: %s', (names, enough) => {
  const policy = valueOf(readTrustPolicy(EXAMPLE))
  const cosigners = policy.witnesses.filter(({ name }) => names.includes(name)).map(({ key }) => key)
  expect(isReached(policy.quorum, cosigners)).toBe(enough)
  expect(shownQuorum(policy.quorum)).toBe('2 of (2 of (X1, X2, X3), 1 of (Y1, Y2, Y3))')
})

test('comments, empty lines, tabs and addresses are read over', () => {
  const text = `  # a comment\n\n\tlog\t${LOG}  https://example.org\nwitness\ta ${A} https://a.example.org\nquorum a`
  expect(readTrustPolicy(text)).toMatchObject({
    ok: true,
    value: { logs: [{ name: 'key0.example' }], quorum: { kind: 'witness', name: 'a' } },
  })
})

test('"quorum none" asks for nobody', () => {
  const none: Quorum = valueOf(readTrustPolicy(`log ${LOG}\nquorum none\n`)).quorum
  expect([none, isReached(none, []), shownQuorum(none)]).toEqual([{ kind: 'none' }, true, 'nobody'])
})

const TWO = `witness a ${A}\nwitness b ${B}\n`
test.each([
  ['no quorum', TWO, 'no line "quorum"'],
  ['two quorums', `${TWO}quorum a\nquorum b\n`, 'line 4 of the policy: there is a quorum already'],
  ['a quorum of somebody unknown', `${TWO}quorum c\n`, '"c" is not defined above'],
  ['a quorum of two names', `${TWO}quorum a b\n`, 'is not defined above'],
  ['a group that is used before it is defined', `${TWO}quorum g\ngroup g any a b\n`, 'line 3'],
  ['a member that is not there', `${TWO}group g any a c\nquorum g\n`, '"c" is not defined above'],
  ['nobody as a member', `${TWO}group g any a none\nquorum g\n`, '"none" is not defined above'],
  ['a member of two groups', `${TWO}group g any a\ngroup h any a b\nquorum h\n`, '"a" is a member already'],
  ['a member named twice', `${TWO}group g 2 a a\nquorum g\n`, '"a" is a member already'],
  ['an empty group', `${TWO}group g all\nquorum g\n`, 'a group of 0'],
  ['a threshold of nobody', `${TWO}group g 0 a b\nquorum g\n`, 'found "0"'],
  ['a threshold above its members', `${TWO}group g 3 a b\nquorum g\n`, 'found "3"'],
  ['a threshold with a zero in front', `${TWO}group g 02 a b\nquorum g\n`, 'found "02"'],
  ['a name defined twice', `${TWO}witness a ${keys[3]}\nquorum a\n`, '"a" is defined already'],
  ['a witness called none', `witness none ${A}\nquorum none\n`, '"none" is defined already'],
  ['one key under two names', `${TWO}witness c ${A}\nquorum a\n`, 'the key of c is there twice'],
  ['a ledger there twice', `log ${LOG}\nlog ${LOG}\nquorum none\n`, 'the key of key0.example is there twice'],
  ['a ledger with the key of a witness', `log ${A}\nquorum none\n`, 'a ledger signs with a key of type 1'],
  [
    'a witness with the key of a ledger',
    `witness a ${LOG}\nquorum a\n`,
    'a witness cosigns with a key of type 4',
  ],
  [
    'a mistyped key',
    `witness a ${A.replace('key1', 'kez1')}\nquorum a\n`,
    'line 1 of the policy: the key kez1.example says',
  ],
  ['a word that is none', `${TWO}monitor a\nquorum a\n`, '"monitor" is not log, witness, group or quorum'],
  ['carriage returns', TWO.replaceAll('\n', '\r\n') + 'quorum a\r\n', 'control characters'],
])('refuses a policy with %s', (_what, text, sentence) => {
  const read = readTrustPolicy(text)
  expect(read).toMatchObject({ ok: false, reason: 'malformed-policy' })
  if (!read.ok) expect(read.detail).toContain(sentence)
})
