#!/usr/bin/env node
// Verifies a package of Corroborate that lies in a folder (unpack a tar file before: tar -xf FILE). Node 20, nothing else, no network.
//   node verify.mjs FOLDER [--key FILE] [--against FILE]   as VERIFY.txt in the package explains
//   node verify.mjs --bag FOLDER                           any BagIt bag of versions 0.93 to 1.0: its manifests alone
// Says "whole" and ends with 0, or says what is wrong and ends with 1. It reads each byte once, and shares no line with what makes packages.
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto'
import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
class Wrong extends Error {}
function must(holds, otherwise) {
  if (!holds) throw new Wrong(otherwise)
  return holds
}
const hash = (name, ...parts) => parts.reduce((running, part) => running.update(part), createHash(name))
const sha256 = (...parts) => hash('sha256', ...parts).digest()
const hexOf = (...parts) => sha256(...parts).toString('hex')
const decoded = (bytes, encoding = 'utf-8') => new TextDecoder(encoding, { fatal: true }).decode(bytes)
/** RFC 8785: one text for one value. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const isThere = (key) => value[key] !== undefined
  const keys = Object.keys(value).filter(isThere).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}
function objectIn(line, where) {
  const value = JSON.parse(line)
  return must(canonical(value) === line && typeof value === 'object' && value, `${where} is not canonical JSON`)
}
// ---- Files
function* chunksOf(path) {
  const [file, buffer] = [openSync(path, 'r'), Buffer.alloc(1 << 20)]
  for (let got = readSync(file, buffer); got > 0; got = readSync(file, buffer)) yield buffer.subarray(0, got)
  closeSync(file)
}
function filesIn(folder, at = '') {
  return readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) => {
    const name = at + entry.name
    if (entry.isDirectory()) return filesIn(folder, `${name}/`)
    return must(entry.isFile() && [name], `"${name}" is a link or a device: a package has files alone`)
  })
}
/** Names that lead out of the package on one system or another. */
function safe(name) {
  const escapes = /^[~/]|^[A-Za-z]:|[\\\p{Cc}]|(^|\/)\.{0,2}(\/|$)/u.test(name) || name.length > 1000
  return must(!escapes && name, `"${name}" is no name of a file in a package: it may lead out of it`)
}
// ---- The bag: RFC 8493
const inData = (name) => name.startsWith('data/')
const LETTERS = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 }
const ENCODINGS = { 'utf-8': 'utf-8', 'utf-16': 'utf-16le', 'iso-8859-1': 'iso-8859-1' }
const MANIFESTS = 'manifest-sha256.txt,manifest-sha512.txt'
const TAGS = `VERIFY.txt,bag-info.txt,bagit.txt,${MANIFESTS},package.note,tag${MANIFESTS.replace(',', ',tag')},verify.mjs`
function readManifest(file, digest, text, { ours, version }) {
  const [tag, listed] = [file.startsWith('tag'), new Map()]
  const line_ = ours ? /^([0-9a-f]+) {2}(.+)$/ : /^([0-9A-Fa-f]+)[ \t]+\*?(.+)$/
  const lines = text.split(ours ? '\n' : /\r\n|\n|\r/)
  for (const line of lines.at(-1) === '' ? lines.slice(0, -1) : lines) {
    const [, found, written] = line_.exec(line) ?? []
    must(found?.length === LETTERS[digest], `${file} has a line that is not a digest and a name`)
    const name = safe(namedIn(written, version))
    must(inData(name) !== tag, `${file} lists "${name}", which has no place in it`)
    must(!ours || name === name.normalize('NFC'), `${file} lists "${name}", not in Unicode normal form C`)
    must(!listed.has(name), `${file} lists "${name}" a second time`)
    must(!ours || digest !== 'sha256' || !/^data\/files\/./.test(name.replace(found, '')), `"${name}" has another SHA-256`)
    listed.set(name, found.toLowerCase())
  }
  return { file, digest, tag, listed }
}
const letter = (code) => String.fromCharCode(parseInt(code.slice(1), 16))
const namedIn = (written, version) =>
  written.replace(/^(\.\/)+/, '').replace(version >= 1 ? /%(0A|0D|25)/gi : /%(0A|0D)/gi, letter)
/** What the tag files say, once they agree with each other. */
function readHead(tags, ours) {
  const declared = decoded(must(tags.get('bagit.txt'), 'bagit.txt is missing: this is no package'), 'latin1')
  const wanted = /^BagIt-Version: (\d+)\.(\d+)[ \t]*\r?\nTag-File-Character-Encoding: ([!-~]+)\s*$/
  const [, major, minor, named = ''] = wanted.exec(declared) ?? []
  const encoding = must(major < 2 && ENCODINGS[named.toLowerCase()], 'bagit.txt is none of a known bag')
  if (ours) {
    must(`${major}.${minor} ${named}` === '1.0 UTF-8', 'a package is BagIt 1.0 in UTF-8, and this is not')
    must(String([...tags.keys()].sort()) === TAGS, `beside data/ a package has ${TAGS}`)
    for (const [name, bytes] of tags) must(!/^\ufeff|[\0\r]/.test(bytes), `${name} has a byte order mark, or not plain newlines`)
  }
  const big = encoding === 'utf-16le' && tags.get('bag-info.txt')?.[0] === 0xfe
  const text = (name) => decoded(tags.get(name), big ? 'utf-16be' : encoding)
  const manifests = [...tags.keys()].flatMap((file) => {
    const digest = /^(?:tag)?manifest-([a-z0-9]+)\.txt$/.exec(file)?.[1]
    return digest ? [readManifest(file, digest, text(file), { ours, version: Number(major) })] : []
  })
  const fetch = (tags.has('fetch.txt') && text('fetch.txt').match(/[^\r\n]+/g)) || []
  must(fetch.map((line) => safe(line.replace(/^\S+\s+\S+\s+/, ''))).every(inData), 'fetch.txt leads out of data/')
  for (const { file, digest, listed } of manifests.filter(({ tag }) => tag))
    for (const [name, digest_] of listed)
      must(hash(digest, tags.get(name) ?? '').digest('hex') === digest_, `${name} is not as in ${file}`)
  const payload = manifests.filter(({ tag }) => !tag)
  must(payload.length > 0, 'the bag has no manifest of its payload')
  const info = tags.has('bag-info.txt') ? text('bag-info.txt') : ''
  const oxum = /^payload-oxum[ \t]*:[ \t]*(\d+)\.(\d+)[ \t]*\r?$/im.exec(info)?.slice(1).map(Number) ?? null
  return { payload, spared: major >= 1 ? 0 : payload.length - 1, oxum }
}
function verifyBag(folder, { ours, along }) {
  const names = filesIn(folder).map(safe)
  const folded = new Set(names.map((name) => (ours ? name.normalize('NFC').toLowerCase() : name)))
  must(folded.size === names.length, 'two names of the package are one name on some systems')
  const tags = new Map(names.filter((name) => !inData(name)).map((name) => [name, readFileSync(join(folder, name))]))
  const { payload, spared, oxum } = readHead(tags, ours)
  const there = new Set(names.filter(inData).sort())
  let bytes = 0
  for (const name of there) {
    const lacking = payload.filter(({ listed }) => !listed.has(name))
    must(lacking.length <= spared, `"${name}" is not listed in ${lacking[0]?.file}: somebody added it`)
    const hashes = payload.map(({ digest }) => createHash(digest))
    const reader = along(name)
    for (const chunk of chunksOf(join(folder, name))) {
      bytes += chunk.length
      must(!oxum || bytes <= oxum[0], `more bytes than bag-info.txt says; reading stopped in "${name}"`)
      for (const running of hashes) running.update(chunk)
      reader?.add(chunk)
    }
    for (const [i, { listed }] of payload.entries())
      must(!listed.has(name) || hashes[i].digest('hex') === listed.get(name), `"${name}" was changed`)
    reader?.end()
  }
  for (const { file, listed } of payload)
    for (const name of listed.keys()) must(there.has(name), `"${name}" is listed in ${file}, and is not there`)
  must(!oxum || String(oxum) === `${bytes},${there.size}`, 'bag-info.txt says another size')
  return { tags, files: there.size, bytes }
}
// ---- Signatures: C2SP signed-note, tlog-checkpoint
function readKey(text) {
  const [, name, id, written = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)\s*$/.exec(text) ?? []
  const bytes = Buffer.from(written, 'base64')
  const fits = bytes.length === 33 && bytes[0] === 1 && hexOf(`${name}\n`, bytes).startsWith(id)
  must(fits, 'a file that should hold the key of a ledger does not, or the key was changed')
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.subarray(1).toString('base64url') }
  return { name, id, text: text.trim(), publicKey: createPublicKey({ key: jwk, format: 'jwk' }) }
}
/** The text of a note that this key has signed. Other signatures are passed over; a wrong one of this key refuses the note. */
function openNote(note, key, what) {
  const at = note.lastIndexOf('\n\n') + 1
  let signed = false
  for (const line of note.slice(at + 1, -1).split('\n')) {
    const [, name, written] = must(/^\u2014 (\S+) (\S+)$/.exec(line), `${what} is not a signed note`)
    const bytes = Buffer.from(written, 'base64')
    if (name !== key.name || bytes.toString('hex', 0, 4) !== key.id) continue
    signed = isSigned(null, Buffer.from(note.slice(0, at)), key.publicKey, bytes.subarray(4))
    must(signed, `the signature of ${what} is wrong: it was changed`)
  }
  must(signed && note.endsWith('\n'), `${what} is not signed by the key of the ledger`)
  return note.slice(0, at)
}
function readCheckpoint(note, key, what) {
  const [, origin, size, root] = /^(.+)\n(0|[1-9]\d*)\n(.{44})\n/.exec(openNote(note, key, what)) ?? []
  must(origin === key.name, `${what} is of another ledger`)
  return { size: Number(size), root: Buffer.from(root, 'base64'), what }
}
// ---- Time-stamps: RFC 3161. Only what was stamped is read here; `openssl ts -verify` does the rest
function partsOf(der) {
  const long = der[1] > 128 ? der[1] - 128 : 0
  const [from, length] = [2 + long, long ? der.readUIntBE(2, long) : der[1]]
  return der.length < 2 ? [] : [der.subarray(from, from + length), ...partsOf(der.subarray(from + length))]
}
const stampedIn = (token) => [0, 1, 0, 2, 1, 0, 0, 2, 1].reduce((der, part) => partsOf(der)[part] ?? der, token)
// ---- The ledger: RFC 9162, section 2.1
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right)
const hashOfEntry = (entry) => sha256(Buffer.of(0), canonical({ ...entry, hash: undefined }))
function makeTree(roots = []) {
  const tree = { size: 0, root: () => roots.reduceRight((right, left) => nodeOf(left, right)) }
  tree.add = (leaf) => {
    let top = leaf
    for (let place = tree.size++; place % 2 === 1; place = (place - 1) / 2) top = nodeOf(roots.pop(), top)
    roots.push(top)
  }
  return tree
}
/** The root that a proof leads to (section 2.1.3), from above downwards: its last hash is the other half of the tree. */
function rootByProof(leaf, index, size, proof) {
  must(proof.length > 0 === size > 1, 'a proof has too few or too many hashes')
  if (size === 1) return leaf
  const left = 2 ** Math.floor(Math.log2(size - 1))
  const rest = proof.slice(0, -1)
  if (index < left) return nodeOf(rootByProof(leaf, index, left, rest), proof.at(-1))
  return nodeOf(proof.at(-1), rootByProof(leaf, index - left, size - left, rest))
}
function verifyPackage(folder, { known, against }) {
  const tree = makeTree()
  const [heads, stamped, entered, counted, told] = [[], new Set(), new Map(), {}, { proven: 0, told: 0 }]
  const [lines, files] = [{ given: 0, withheld: {} }, new Set()]
  let [about, key, last, met, signed, tokens] = [null, null, '0'.repeat(64), 0, 0, 0]
  const takeKey = (text) => {
    key = readKey(text)
    must(!known || known.text === key.text, 'the package is signed by another key than the one that you hold')
  }
  const takeHead = (note, what) => heads[heads.push(readCheckpoint(note, key, what)) - 1].size
  const takeCheckpoint = (line) => {
    const size = takeHead(objectIn(line, 'a checkpoint').note, 'a checkpoint in the package')
    must(size > signed, 'the checkpoints of the package are not in the order of their sizes')
    signed = size
  }
  const takeLine = (line) => {
    if (tree.size === 0 && against) takeHead(against, 'the checkpoint that you hold')
    if (tree.size === 0) heads.sort((a, b) => a.size - b.size)
    const { entry, content, salt, withheld, ...bare } = objectIn(line, 'a line of the ledger')
    const { sequence, hash: leaf } = entry ?? bare
    must(sequence === tree.size + 1, `entry ${tree.size + 1} was expected in the ledger, ${sequence} was found`)
    if (entry) takeEntry(entry, content, salt)
    else lines.withheld[withheld] = (lines.withheld[withheld] ?? 0) + 1
    tree.add(Buffer.from((last = leaf), 'hex'))
    for (; heads[met]?.size === tree.size; met++)
      must(heads[met].root.equals(tree.root()), `${heads[met].what} has another root at entry ${tree.size}`)
  }
  const takeEntry = (entry, content, salt) => {
    const { sequence, subject, commitment } = entry
    lines.given++
    const fits = entry.previous === last && hashOfEntry(entry).toString('hex') === entry.hash
    must(fits, `entry ${sequence} of the ledger was changed, or the one before it`)
    entered.set(subject, content?.id === subject ? hexOf(canonical(content)) : null)
    for (const one of [content?.records ?? []].flat()) if (one?.id) entered.set(one.id, hexOf(canonical(one)))
    if (content === undefined) return
    const committed = /^[0-9a-f]{64}$/.test(salt) && hexOf(Buffer.from(salt, 'hex'), canonical(content))
    must(committed === commitment, `the content of entry ${sequence} is not what was committed to`)
  }
  const takeProof = (text) => {
    const at = text.indexOf('\n\n')
    const [first, extra = '', index, ...hashes] = text.slice(0, at).split('\n')
    const { entry } = objectIn(String(Buffer.from(extra.slice(6), 'base64')), 'the entry of a proof')
    must(`${first} ${index}` === `c2sp.org/tlog-proof@v1 index ${entry.sequence - 1}`, 'a proof is of another entry')
    const { size, root } = readCheckpoint(text.slice(at + 2), key, 'the checkpoint of a proof')
    const proof = hashes.map((line) => Buffer.from(line, 'base64'))
    const reached = rootByProof(hashOfEntry(entry), entry.sequence - 1, size, proof)
    must(reached.equals(root), `the proof of entry ${entry.sequence} leads to another root`)
  }
  const takeStamped = (note) => takeHead(note, 'a head that was stamped') && stamped.add(hexOf(note))
  const takeToken = (token) =>
    must(stamped.has(stampedIn(token).toString('hex')) && ++tokens, 'a time-stamp is of another digest')
  const takeRecord = (kind) => (line) => {
    const where = `a line of data/records/${kind}.jsonl`
    const { id, sha256: file } = objectIn(line, where)
    must(kind !== 'exhibit-files' || files.has(`data/files/${file}`), `${where} is of the file ${file}, which is not there`)
    const same = entered.get(id) === hexOf(line)
    must(same || !entered.get(id) || /^(findings|lists|codes)$/.test(kind), `${where} is not what the ledger says was entered`)
    counted[kind] = (counted[kind] ?? 0) + 1
    told[same ? 'proven' : 'told']++
  }
  const kindOf = (name) => /^data\/records\/([a-z-]+)\.jsonl$/.exec(name)?.[1]
  const readers = {
    'data/keys/ledger.vkey': () => whole(takeKey),
    'data/package.json': (name) => whole((text) => (about = objectIn(text.trimEnd(), name))),
    'data/ledger/checkpoints.jsonl': (name) => byLine(name, takeCheckpoint),
    'data/ledger/leaves.jsonl': (name) => byLine(name, takeLine),
    'data/ledger/proofs/': () => whole(takeProof),
    'data/ledger/heads/': () => whole(takeStamped),
    'data/tokens/': () => whole(takeToken, Buffer.from),
    'data/records/': (name) => kindOf(name) && byLine(name, takeRecord(kindOf(name))),
  }
  const along = (name) => files.add(name) && (readers[name] ?? readers[/^data\/(ledger\/)?[a-z]+\//.exec(name)?.[0]])?.(name)
  const { tags, ...size } = verifyBag(folder, { ours: true, along })
  const { ledger, given } = must(key && about, 'data/keys/ledger.vkey or data/package.json is missing')
  const digestOf = (name) => `${name} ${hash(name, tags.get(`tagmanifest-${name}.txt`)).digest('hex')}\n`
  const due = `corroborate-package/1\n${ledger.origin}\n${ledger.size}\n${digestOf('sha256')}${digestOf('sha512')}`
  const note = openNote(String(tags.get('package.note')), key, 'package.note')
  must(note === due, 'package.note is of other manifests or another ledger: somebody put the package together anew')
  must(!heads[met], `the ledger ends at entry ${tree.size}, and ${heads[met]?.what} is of ${heads[met]?.size}`)
  const state = `${tree.size},${tree.size},${tree.root().toString('hex')}`
  must(state === `${signed},${ledger.size},${ledger.root}`, 'another state of the ledger is shown than was signed')
  for (const kind of Object.keys(given)) counted[kind] ??= 0
  const found = canonical([counted, lines, tokens])
  must(canonical([given, about.lines, about.tokens]) === found, 'data/package.json counts other than is there')
  return { about, ...size, key, told, id: hexOf(tags.get('tagmanifest-sha256.txt')) }
}
function whole(take, read = decoded) {
  const chunks = []
  return { add: (chunk) => chunks.push(Buffer.from(chunk)), end: () => take(read(Buffer.concat(chunks))) }
}
function byLine(name, take) {
  let [parts, decoder] = [[], new TextDecoder('utf-8', { fatal: true })]
  const add = (chunk) => {
    const [first, ...others] = decoder.decode(chunk, { stream: true }).split('\n')
    parts.push(first)
    for (const line of others) [, parts] = [take(parts.join('')), [line]]
  }
  return { add, end: () => must(parts.join('') === '', `${name} does not end with a newline`) }
}
const words = process.argv.slice(2)
const after = (option) => words.includes(option) && readFileSync(words[words.indexOf(option) + 1], 'utf8')
const folder = words.find((word, i) => !word.startsWith('--') && !['--key', '--against'].includes(words[i - 1])) ?? '.'
try {
  if (words.includes('--bag')) verifyBag(folder, { ours: false, along: () => null })
  const known = words.includes('--key') && readKey(after('--key'))
  const seen = !words.includes('--bag') && verifyPackage(folder, { known, against: after('--against') })
  if (!seen) console.log('whole: every file has its digests. A bag says nothing of who made it.')
  else
    console.log(`whole: ${seen.files} files, ${seen.bytes} bytes; package ${seen.id}
Ledger ${seen.about.ledger.origin}: ${seen.about.ledger.size} lines, ${seen.about.lines.given} given, the others withheld.
Records: ${seen.told.proven} are word for word what was entered; of ${seen.told.told} the ledger here says less.
Signed by ${known ? 'the key that you hold' : 'the key in it: compare it with one that came another way'}: ${seen.key.text}`)
} catch (error) {
  console.log(error instanceof Wrong ? error.message : `it cannot be read: ${error.message}`)
  process.exitCode = 1
}
