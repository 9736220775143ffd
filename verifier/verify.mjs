#!/usr/bin/env node
// Verifies a package of Corroborate that lies in a folder (a tar file is unpacked before: tar -xf FILE). Node 20 or later, nothing else.
//   node verify.mjs FOLDER [--key FILE] [--against FILE]   as VERIFY.txt in the package explains
//   node verify.mjs --bag FOLDER                           any BagIt bag of versions 0.93 to 1.0: its manifests alone
// Says "whole" and ends with 0, or says in one sentence what is wrong and ends with 1. Reads each byte once and no network.
// It shares no line with the program that makes packages; both must agree on every test.
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'

const wrong = (sentence) => {
  throw Object.assign(new Error(sentence), { wrong: true })
}
const hash = (name, ...parts) => parts.reduce((running, part) => running.update(part), createHash(name))
const sha256 = (...parts) => hash('sha256', ...parts).digest()
const hexOf = (...parts) => sha256(...parts).toString('hex')
function decoded(bytes, name, encoding = 'utf-8') {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return wrong(`${name} is not text in ${encoding}`)
  }
}
/** RFC 8785: one text for one value. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
function objectIn(line, where) {
  try {
    const value = JSON.parse(line)
    if (canonical(value) === line && typeof value === 'object' && value !== null) return value
  } catch {
    // Told below.
  }
  return wrong(`${where} is not canonical JSON`)
}

// ---- Files

function* chunksOf(path) {
  const file = openSync(path, 'r')
  const buffer = Buffer.alloc(1 << 20)
  try {
    for (let got = readSync(file, buffer); got > 0; got = readSync(file, buffer))
      yield buffer.subarray(0, got)
  } finally {
    closeSync(file)
  }
}
function filesIn(folder, at = '') {
  return readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) => {
    const name = at === '' ? entry.name : `${at}/${entry.name}`
    if (entry.isDirectory()) return filesIn(folder, name)
    return entry.isFile() ? [name] : wrong(`"${name}" is a link or a device: a package has files alone`)
  })
}

// ---- The bag: RFC 8493

const HEX_LETTERS = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 }
const ENCODINGS = { 'utf-8': 'utf-8', 'utf-16': 'utf-16le', 'iso-8859-1': 'iso-8859-1' }
const MANIFESTS = ['manifest-sha256.txt', 'manifest-sha512.txt']
const TAGS = ['VERIFY.txt', 'bag-info.txt', 'bagit.txt', ...MANIFESTS, 'package.note']
TAGS.push(...MANIFESTS.map((name) => `tag${name}`), 'verify.mjs')

/** Names that lead out of the package on one system or another. */
function safe(name) {
  const steps = name.split('/')
  const escapes = /^[~/]|^[A-Za-z]:|[\\\u0000-\u001f\u007f]/.test(name)
  if (escapes || name.length > 1000 || steps.some((step) => ['', '.', '..'].includes(step)))
    wrong(`"${name}" is no name of a file in a package: it may lead out of it`)
  return name
}
function readManifest(file, digest, text, { ours, version }) {
  const tag = file.startsWith('tag')
  const listed = new Map()
  for (const line of text
    .split(ours ? '\n' : /\r\n|\n|\r/)
    .filter((one, i, all) => one !== '' || i < all.length - 1)) {
    const found = (ours ? /^([0-9a-f]+) {2}(.+)$/ : /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/).exec(line)
    if (found?.[1].length !== HEX_LETTERS[digest]) wrong(`${file} has a line that is not a digest and a name`)
    const name = safe(namedIn(found[2], version))
    if (name.startsWith('data/') === tag) wrong(`${file} lists "${name}", which has no place in it`)
    if (ours && name !== name.normalize('NFC')) wrong(`${file} lists "${name}", not in Unicode normal form C`)
    if (listed.has(name)) wrong(`${file} lists "${name}" a second time`)
    listed.set(name, found[1].toLowerCase())
  }
  return { file, digest, tag, listed }
}
function namedIn(written, version) {
  const letter = (code) => String.fromCharCode(parseInt(code.slice(1), 16))
  return written.replace(/^(\.\/)+/, '').replace(version >= 1 ? /%(0A|0D|25)/gi : /%(0A|0D)/gi, letter)
}
function readHead(tags, ours) {
  const declared = decoded(
    tags.get('bagit.txt') ?? wrong('bagit.txt is missing: this is no package'),
    'bagit.txt',
    'latin1',
  )
  const lines = /^BagIt-Version: (\d+)\.(\d+)[ \t]*\r?\nTag-File-Character-Encoding: ([!-~]+)\s*$/.exec(
    declared,
  )
  const encoding = ENCODINGS[lines?.[3].toLowerCase()] ?? wrong('bagit.txt is not the two lines of a bag')
  const version = Number(lines[1])
  if (version > 1) wrong(`BagIt ${version} is not known here`)
  if (ours) {
    if (`${lines[1]}.${lines[2]} ${lines[3]}` !== '1.0 UTF-8')
      wrong('a package is BagIt 1.0 in UTF-8, and this is not')
    const other =
      [...tags.keys()].sort().find((name, i) => name !== [...TAGS].sort()[i]) ??
      TAGS.find((name) => !tags.has(name))
    if (other) wrong(`beside data/ a package has ${TAGS.join(', ')}; look at ${other}`)
    const marred = TAGS.find(
      (name) => tags.get(name).indexOf('\ufeff') === 0 || /[\0\r]/.test(tags.get(name)),
    )
    if (marred) wrong(`${marred} has a byte order mark, or is not UTF-8 with plain newlines`)
  }
  const text = (name) => {
    const bytes = tags.get(name)
    return decoded(bytes, name, encoding === 'utf-16le' && bytes[0] === 0xfe ? 'utf-16be' : encoding)
  }
  const manifests = [...tags.keys()].flatMap((file) => {
    const digest = /^(?:tag)?manifest-([a-z0-9]+)\.txt$/.exec(file)?.[1]
    if (!digest) return []
    return HEX_LETTERS[digest]
      ? [readManifest(file, digest, text(file), { ours, version })]
      : wrong(`${file} is of an unknown digest`)
  })
  for (const line of tags.has('fetch.txt')
    ? text('fetch.txt')
        .split(/[\r\n]+/)
        .filter(Boolean)
    : [])
    if (!safe(namedIn(line.replace(/^\S+\s+\S+\s+/, ''), version)).startsWith('data/'))
      wrong('fetch.txt leads out of data/')
  for (const { file, digest, listed } of manifests.filter(({ tag }) => tag))
    for (const [name, wanted] of listed)
      if (!tags.has(name) || hash(digest, tags.get(name)).digest('hex') !== wanted)
        wrong(`${name} was changed or is missing: ${file} lists another`)
  const payload = manifests.filter(({ tag }) => !tag)
  if (payload.length === 0) wrong('the bag has no manifest of its payload')
  const oxum =
    tags.has('bag-info.txt') &&
    /^payload-oxum[ \t]*:[ \t]*(\d+)\.(\d+)[ \t]*\r?$/im.exec(text('bag-info.txt'))
  return { payload, all: version >= 1, oxum: oxum ? [Number(oxum[1]), Number(oxum[2])] : null }
}
function verifyBag(folder, { ours, along }) {
  const names = filesIn(folder).map(safe)
  const folded = new Set(names.map((name) => (ours ? name.normalize('NFC').toLowerCase() : name)))
  if (folded.size < names.length)
    wrong('two names of the package are one name on some systems: one would hide the other')
  const tags = new Map()
  for (const name of names.filter((one) => !one.startsWith('data/')))
    tags.set(name, readFileSync(join(folder, name)))
  const { payload, all, oxum } = readHead(tags, ours)
  const found = names.filter((name) => name.startsWith('data/')).sort((a, b) => (a < b ? -1 : 1))
  const there = new Set(found)
  let bytes = 0
  for (const name of found) {
    const lacking = payload.filter(({ listed }) => !listed.has(name))
    if (lacking.length > (all ? 0 : payload.length - 1))
      wrong(`"${name}" is not listed in ${lacking[0].file}: somebody added it`)
    const hashes = payload.map(({ digest }) => createHash(digest))
    const reader = along(name)
    for (const chunk of chunksOf(join(folder, name))) {
      bytes += chunk.length
      if (oxum && bytes > oxum[0])
        wrong(`there are more bytes than the ${oxum[0]} that bag-info.txt says; reading stopped in "${name}"`)
      for (const running of hashes) running.update(chunk)
      reader?.add(chunk)
    }
    for (const [i, { listed }] of payload.entries())
      if (listed.has(name) && hashes[i].digest('hex') !== listed.get(name))
        wrong(`"${name}" was changed: it does not have the digest that is listed`)
    reader?.end()
  }
  for (const { file, listed } of payload)
    for (const name of listed.keys())
      if (!there.has(name)) wrong(`"${name}" is listed in ${file}, and is not there`)
  if (oxum && (oxum[0] !== bytes || oxum[1] !== found.length))
    wrong('bag-info.txt says another number of bytes or files than there are')
  return { tags, files: found.length, bytes }
}

// ---- Signatures: C2SP signed-note, tlog-checkpoint

function readKey(text) {
  const [, name, id, written] =
    /^([^+]+)\+([0-9a-f]{8})\+(\S+)\s*$/.exec(text) ?? wrong('that is no key of a ledger')
  const bytes = Buffer.from(written, 'base64')
  const reckoned = hexOf(`${name}\n`, bytes).slice(0, 8)
  if (bytes.length !== 33 || bytes[0] !== 1 || reckoned !== id) wrong(`the key of ${name} is damaged`)
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }
  return { name, id, text: text.trim(), publicKey: createPublicKey({ key: jwk, format: 'jwk' }) }
}
/** The text of a note that this key has signed. Other signatures are passed over; a wrong one of this key refuses the note. */
function openNote(note, key, what) {
  const at = note.lastIndexOf('\n\n')
  const text = note.slice(0, at + 1)
  let signed = false
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const [, name, written] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? wrong(`${what} is not a signed note`)
    const bytes = Buffer.from(written, 'base64')
    if (name !== key.name || bytes.subarray(0, 4).toString('hex') !== key.id) continue
    if (!isSigned(null, Buffer.from(text), key.publicKey, bytes.subarray(4)))
      wrong(`the signature of ${what} is wrong: it was changed`)
    signed = true
  }
  return signed && at > 0 && note.endsWith('\n')
    ? text
    : wrong(`${what} is not signed by the key of the ledger`)
}
function readCheckpoint(note, key, what) {
  const [, origin, size, root] =
    /^(.+)\n(0|[1-9]\d*)\n(.{44})\n/.exec(openNote(note, key, what)) ?? wrong(`${what} is none`)
  if (origin !== key.name) wrong(`${what} is of another ledger`)
  return { size: Number(size), root: Buffer.from(root, 'base64'), what }
}

// ---- The ledger: RFC 9162, section 2.1

const nodeOf = (left, right) => sha256(Buffer.of(1), left, right)
const entryHash = ({ hash: _, ...entry }) => sha256(Buffer.of(0), canonical(entry))
function makeTree() {
  const roots = []
  let size = 0
  return {
    size: () => size,
    add: (leaf) => {
      let top = leaf
      for (let place = size++; place % 2 === 1; place = (place - 1) / 2) top = nodeOf(roots.pop(), top)
      roots.push(top)
    },
    root: () => roots.reduceRight((right, left) => nodeOf(left, right)),
  }
}
/** RFC 9162, section 2.1.3.2. */
function rootByProof(leaf, index, size, proof) {
  let [at, last, root] = [index, size - 1, leaf]
  for (const hash_ of proof) {
    if (last === 0) wrong('a proof has too many hashes')
    if (at % 2 === 1 || at === last) {
      root = nodeOf(hash_, root)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else root = nodeOf(root, hash_)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? root : wrong('a proof has too few hashes')
}

function verifyPackage(folder, { known, against }) {
  const tree = makeTree()
  const [heads, entered, counted] = [[], new Map(), {}]
  const lines = { given: 0, withheld: {} }
  const told = { proven: 0, told: 0 }
  let [about, key, last, met, signedSize] = [null, null, '0'.repeat(64), 0, 0]

  const takeKey = (text) => {
    key = readKey(text)
    if (known && known.text !== key.text)
      wrong(`the package is signed by ${key.name}+${key.id}, which is not the key that you hold`)
  }
  const takeCheckpoint = (line) => {
    const head = readCheckpoint(objectIn(line, 'a checkpoint').note, key, 'a checkpoint in the package')
    if (head.size <= signedSize) wrong('the checkpoints of the package are not in order')
    signedSize = head.size
    heads.push(head)
  }
  const takeLine = (line) => {
    if (tree.size() === 0 && against) heads.push(readCheckpoint(against, key, 'the checkpoint that you hold'))
    if (tree.size() === 0) heads.sort((a, b) => a.size - b.size)
    const { entry, content, salt, withheld, ...bare } = objectIn(line, 'a line of the ledger')
    const leaf = entry ?? bare
    if (leaf.sequence !== tree.size() + 1)
      wrong(`entry ${tree.size() + 1} of the ledger was expected and ${leaf.sequence} was found`)
    if (entry) takeEntry(entry, content, salt)
    else lines.withheld[withheld] = (lines.withheld[withheld] ?? 0) + 1
    last = leaf.hash
    tree.add(Buffer.from(last, 'hex'))
    for (; heads[met]?.size === tree.size(); met++)
      if (!heads[met].root.equals(tree.root()))
        wrong(
          `the first ${tree.size()} entries are not those that were signed: ${heads[met].what} has another root`,
        )
  }
  const takeEntry = (entry, content, salt) => {
    lines.given++
    if (entry.previous !== last || entryHash(entry).toString('hex') !== entry.hash)
      wrong(`entry ${entry.sequence} of the ledger was changed, or the one before it`)
    entered.set(entry.subject, null)
    if (content === undefined) return
    if (
      !/^[0-9a-f]{64}$/.test(salt) ||
      hexOf(Buffer.from(salt, 'hex'), canonical(content)) !== entry.commitment
    )
      wrong(`the content of entry ${entry.sequence} is not what was committed to`)
    if (content?.id === entry.subject) entered.set(entry.subject, hexOf(canonical(content)))
  }
  const takeProof = (text) => {
    const [head, extra, index, ...proof] = text.slice(0, text.indexOf('\n\n')).split('\n')
    const { entry } = objectIn(
      Buffer.from(extra?.replace(/^extra /, '') ?? '', 'base64').toString(),
      'the entry of a proof',
    )
    if (head !== 'c2sp.org/tlog-proof@v1' || index !== `index ${entry?.sequence - 1}`)
      wrong('a proof does not carry the entry that it is of')
    const { size, root } = readCheckpoint(
      text.slice(text.indexOf('\n\n') + 2),
      key,
      'the checkpoint of a proof',
    )
    const hashes = proof.map((line) => Buffer.from(line, 'base64'))
    if (!rootByProof(entryHash(entry), entry.sequence - 1, size, hashes).equals(root))
      wrong(`the proof of entry ${entry.sequence} leads to another root`)
  }
  const takeRecord = (kind) => (line) => {
    const digest = entered.get(objectIn(line, `a line of data/records/${kind}.jsonl`).id) ?? null
    counted[kind] = (counted[kind] ?? 0) + 1
    const same = digest === hexOf(line)
    if (digest !== null && !same && !['findings', 'lists'].includes(kind))
      wrong(`a line of data/records/${kind}.jsonl is not what the ledger says was entered`)
    told[same ? 'proven' : 'told']++
  }
  const along = (name) => {
    if (name === 'data/keys/ledger.vkey') return whole(name, takeKey)
    if (name === 'data/package.json') return whole(name, (text) => (about = objectIn(text.trimEnd(), name)))
    if (name === 'data/ledger/checkpoints.jsonl') return byLine(name, takeCheckpoint)
    if (name === 'data/ledger/leaves.jsonl') return byLine(name, takeLine)
    if (name.startsWith('data/ledger/proofs/')) return whole(name, takeProof)
    const kind = /^data\/records\/([a-z-]+)\.jsonl$/.exec(name)?.[1]
    return kind ? byLine(name, takeRecord(kind)) : null
  }
  const { tags, files, bytes } = verifyBag(folder, { ours: true, along })
  if (!key || !about) wrong('data/keys/ledger.vkey or data/package.json is missing')
  const digests = ['sha256', 'sha512'].map(
    (name) => `${name} ${hash(name, tags.get(`tagmanifest-${name}.txt`)).digest('hex')}\n`,
  )
  const expected = `corroborate-package/1\n${about.ledger.origin}\n${about.ledger.size}\n${digests.join('')}`
  if (openNote(String(tags.get('package.note')), key, 'package.note') !== expected)
    wrong('package.note is not of these manifests and this ledger: the package was put together anew')
  if (heads[met])
    wrong(
      `the ledger of the package ends at entry ${tree.size()}, and ${heads[met].what} is of ${heads[met].size}`,
    )
  if (
    signedSize !== tree.size() ||
    about.ledger.size !== tree.size() ||
    about.ledger.root !== tree.root().toString('hex')
  )
    wrong('the last checkpoint or data/package.json is of another state of the ledger')
  const kinds = Object.keys({ ...about.given, ...counted })
  if (
    kinds.some((kind) => (counted[kind] ?? 0) !== about.given[kind]) ||
    canonical(about.lines) !== canonical(lines)
  )
    wrong('data/package.json counts other records or lines than are there')
  return { about, files, bytes, key, told, id: digests[0].slice(7, -1) }
}
function whole(name, take) {
  const chunks = []
  return {
    add: (chunk) => chunks.push(Buffer.from(chunk)),
    end: () => take(decoded(Buffer.concat(chunks), name)),
  }
}
function byLine(name, take) {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let parts = []
  const add = (chunk) => {
    const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    parts.push(first)
    for (const line of others) {
      take(parts.join(''))
      parts = [line]
    }
  }
  return { add, end: () => parts.join('') === '' || wrong(`${name} does not end with a newline`) }
}

// ---- Told

const words = process.argv.slice(2)
const after = (option) =>
  words.includes(option) ? readFileSync(words[words.indexOf(option) + 1], 'utf8') : null
const folder =
  words.find((word, i) => !word.startsWith('--') && !['--key', '--against'].includes(words[i - 1])) ?? '.'
try {
  if (words.includes('--bag')) {
    verifyBag(folder, { ours: false, along: () => null })
    console.log('whole: every file is there and has its digests. A bag says nothing of who made it.')
  } else {
    const known = words.includes('--key') ? readKey(after('--key')) : null
    const { about, files, bytes, key, told, id } = verifyPackage(folder, {
      known,
      against: after('--against'),
    })
    const held = Object.values(about.lines.withheld).reduce((sum, count) => sum + count, 0)
    console.log(`whole: ${files} files, ${bytes} bytes; package ${id}
Ledger ${about.ledger.origin}: ${about.ledger.size} lines, ${about.lines.given} given and ${held} withheld.
Records: ${told.proven} are word for word what was entered; of ${told.told} the ledger here says less.
${known ? 'Signed by the key that you hold' : 'Signed by the key in the package: compare it with one that came another way'}: ${key.text}`)
  }
} catch (error) {
  console.log(error.wrong ? error.message : `it cannot be read: ${error.message}`)
  process.exitCode = 1
}
