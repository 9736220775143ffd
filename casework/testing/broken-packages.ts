import {
  CHECKPOINTS,
  CLAIMS,
  exhibitIn,
  flip,
  LEAVES,
  proofIn,
  replace,
  reseal,
  resealTags,
  type Files,
  type Keeper,
} from './reseal-package.ts'

/** A way to break a package, with the sentence that its reader is told. `signing` signs for it where even the keeper of the key lies. */
export interface Break {
  readonly name: string
  readonly change: (files: Files, signing: Keeper) => void
  readonly says: RegExp
}

/** Broken behind the back of whoever has the key. */
const BY_ANYBODY: readonly Break[] = [
  {
    name: 'one bit flipped in a row',
    change: (files) => flip(files, CLAIMS),
    says: /^"data\/records\/claims.jsonl" was changed: it does not have the SHA-256 that is listed$/,
  },
  {
    name: 'one bit flipped in a leaf',
    change: (files) => flip(files, LEAVES),
    says: /^"data\/ledger\/leaves.jsonl" was changed/,
  },
  {
    name: 'one bit flipped in an exhibit',
    change: (files) => flip(files, exhibitIn(files), 3),
    says: /^"data\/files\/[0-9a-f]{64}" was changed: it does not have the SHA-256 that is listed$/,
  },
  {
    name: 'one bit flipped in a proof',
    change: (files) => flip(files, proofIn(files)),
    says: /tlog-proof" was changed/,
  },
  {
    name: 'one bit flipped in a checkpoint',
    change: (files) => flip(files, 'data/ledger/checkpoint'),
    says: /^"data\/ledger\/checkpoint" was changed/,
  },
  {
    name: 'one bit flipped in VERIFY.txt',
    change: (files) => flip(files, 'VERIFY.txt'),
    says: /^VERIFY.txt was changed: it does not have its SHA-256$/,
  },
  {
    name: 'a description changed, and all manifests written anew',
    change: (files) => {
      replace(files, 'data/ro-crate-metadata.json', (text) => text.replace('A package', 'Some package'))
      reseal(files, null)
    },
    says: /^tagmanifest-sha256.txt is not the one that was signed: the package was put together anew$/,
  },
  {
    name: 'a file added',
    change: (files) => files.set('data/more.txt', Buffer.from('x')),
    says: /^"data\/more.txt" is not listed in manifest-sha256.txt: somebody added it$/,
  },
  {
    name: 'a file added beside data',
    change: (files) => files.set('README.txt', Buffer.from('x')),
    says: /^"README.txt" has no place in a package: nobody signed it$/,
  },
  {
    name: 'a file removed',
    change: (files) => files.delete('data/records/lists.jsonl'),
    says: /^"data\/records\/lists.jsonl" is listed in manifest-sha256.txt, and is not there$/,
  },
  {
    name: 'a tag file removed',
    change: (files) => files.delete('package.note'),
    says: /^package.note is missing$/,
  },
  {
    name: 'a file renamed by case only',
    change: (files) => {
      files.set('data/records/Claims.jsonl', files.get(CLAIMS) ?? Buffer.of())
      files.delete(CLAIMS)
    },
    says: /^"data\/records\/Claims.jsonl" is not listed/,
  },
  {
    name: 'NFD beside NFC',
    change: (files) => files.set('data/\u00e9', Buffer.of()).set('data/e\u0301', Buffer.of()),
    says: /are one name on some systems|is not listed/,
  },
  {
    name: 'a name with a backslash',
    change: (files) => files.set('data/C:\\x', Buffer.of()),
    says: /has a backslash/,
  },
  {
    name: 'a fetch.txt',
    change: (files) => files.set('fetch.txt', Buffer.from('http://example.org/a 1 data/a\n')),
    says: /^there is a fetch.txt: a package is whole, and nothing is fetched for it$/,
  },
  {
    name: 'a byte order mark in bagit.txt',
    change: (files) => replace(files, 'bagit.txt', (text) => `\ufeff${text}`),
    says: /^bagit.txt begins with a byte order mark/,
  },
  {
    name: 'a byte order mark in a manifest',
    change: (files) => replace(files, 'manifest-sha256.txt', (text) => `\ufeff${text}`),
    says: /^manifest-sha256.txt begins with a byte order mark/,
  },
  {
    name: 'UTF-16 tag files',
    change: (files) => {
      replace(files, 'bagit.txt', (text) => text.replace('UTF-8', 'UTF-16'))
      files.set('manifest-sha256.txt', Buffer.from(String(files.get('manifest-sha256.txt')), 'utf16le'))
    },
    says: /^a package is BagIt 1.0 in UTF-8, and this is 1.0 in UTF-16$/,
  },
  {
    name: 'more bytes than it says',
    change: (files) => files.set(CLAIMS, Buffer.alloc(1 << 22, 'x')),
    says: /^there are more bytes than the \d+ that bag-info.txt says; reading stopped in/,
  },
]

const inManifest =
  (line: string): Break['change'] =>
  (files, keeper) => {
    for (const digest of ['sha256', 'sha512']) {
      const length = digest === 'sha256' ? 64 : 128
      replace(files, `manifest-${digest}.txt`, (text) => `${'0'.repeat(length)}  ${line}\n${text}`)
    }
    resealTags(files, keeper)
  }

/** Broken by whoever has the key, or has stolen it. */
const BY_THE_KEEPER: readonly Break[] = [
  {
    name: 'an exhibit left out, and all signed anew',
    change: (files, keeper) => {
      files.delete(exhibitIn(files))
      reseal(files, keeper)
    },
    says: /data\/records\/exhibit-files[.]jsonl is of the file "?[0-9a-f]{64}"?, (and that is not in the package|which is not there)$/,
  },
  {
    name: 'another file put under the name of an exhibit, and all signed anew',
    change: (files, keeper) => {
      flip(files, exhibitIn(files), 3)
      reseal(files, keeper)
    },
    says: /^"data\/files\/[0-9a-f]{64}" is called by a SHA-256 that it does not have$/,
  },
  {
    name: 'two files whose names differ by case only',
    change: (files, keeper) => {
      files.set('data/records/Claims.jsonl', Buffer.from('x'))
      reseal(files, keeper)
    },
    says: /are one name on some systems: one would hide the other$/,
  },
  {
    name: 'a manifest that leads out by ..',
    change: inManifest('data/../../etc/passwd'),
    says: /^line 1 of manifest-sha256.txt: "data\/..\/..\/etc\/passwd" leads out of the package by ..$/,
  },
  {
    name: 'a manifest with an absolute path',
    change: inManifest('/etc/passwd'),
    says: /is an absolute path$/,
  },
  {
    name: 'a manifest with a drive',
    change: inManifest('C:\\windows\\win.ini'),
    says: /is a path on a drive$/,
  },
  { name: 'a manifest with a home folder', change: inManifest('~/x'), says: /begins with ~/ },
  {
    name: 'a manifest in NFD',
    change: inManifest('data/e\u0301'),
    says: /is not written in Unicode normal form C$/,
  },
  {
    name: 'a manifest that lists a file twice',
    change: (files, keeper) => {
      replace(files, 'manifest-sha256.txt', (text) => text + text.slice(0, text.indexOf('\n') + 1))
      resealTags(files, keeper)
    },
    says: /is listed a second time$/,
  },
  {
    name: 'a row changed',
    change: (files, keeper) => {
      replace(files, CLAIMS, (text) => text.replace('"certain"', '"guesses"'))
      reseal(files, keeper)
    },
    says: /^line \d of data\/records\/claims.jsonl is not what the ledger says was entered: it was changed past the ledger$/,
  },
  {
    name: 'a row deleted',
    change: (files, keeper) => {
      replace(files, CLAIMS, (text) => text.slice(text.indexOf('\n') + 1))
      reseal(files, keeper)
    },
    says: /^data\/package.json says 3 claims, and 2 are there$/,
  },
  {
    name: 'a line of the ledger changed',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.replace('"act":"claim.stated"', '"act":"claim.stolen"'))
      reseal(files, keeper)
    },
    says: /^entry \d+ of the ledger is not what was hashed when it was written$/,
  },
  {
    name: 'a content of the ledger changed',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.replace('"polarity":"denied"', '"polarity":"affirmed"'))
      reseal(files, keeper)
    },
    says: /^the content of entry \d+ is not what was committed to$/,
  },
  {
    name: 'a line of the ledger left out',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.slice(text.indexOf('\n') + 1))
      reseal(files, keeper)
    },
    says: /^entry 1 of the ledger was expected and entry 2 was found$/,
  },
  {
    name: 'the end of the ledger cut off',
    change: (files, keeper) => {
      replace(files, LEAVES, (text) => text.trimEnd().slice(0, text.trimEnd().lastIndexOf('\n') + 1))
      reseal(files, keeper)
    },
    says: /^the ledger of the package ends at entry \d+, and a checkpoint in the package is of \d+$/,
  },
  {
    name: 'a checkpoint of another root',
    change: (files, keeper) => {
      replace(files, CHECKPOINTS, (text) =>
        text.replace(/\\n[A-Za-z0-9+/]{43}=\\n/, `\\n${'A'.repeat(43)}=\\n`),
      )
      reseal(files, keeper)
    },
    says: /^a checkpoint of the package: the signature of .* is wrong: text or signature was changed$/,
  },
  {
    name: 'a proof with another hash',
    change: (files, keeper) => {
      replace(files, proofIn(files), (text) =>
        text.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`),
      )
      reseal(files, keeper)
    },
    says: /tlog-proof": /,
  },
  {
    name: 'a key that is none',
    change: (files, keeper) => {
      replace(files, 'data/keys/ledger.vkey', (text) => text.replace(/\+[0-9a-f]{8}\+/, '+00000000+'))
      reseal(files, keeper)
    },
    says: /^data\/keys\/ledger.vkey: the key .* says its id is 00000000/,
  },
  {
    name: 'JSON written in another way',
    change: (files, keeper) => {
      replace(files, CLAIMS, (text) => text.replace('{"', '{ "'))
      reseal(files, keeper)
    },
    says: /^line 1 of data\/records\/claims.jsonl is not canonical JSON$/,
  },
  {
    name: 'a count of what is withheld that is wrong',
    change: (files, keeper) => {
      replace(files, 'data/package.json', (text) =>
        text.replace('"withheld":{}}', '"withheld":{"not-covered":1}}'),
      )
      reseal(files, keeper)
    },
    says: /^data\/package.json counts other lines of the ledger than are there, given or withheld$/,
  },
]

export const BROKEN: readonly Break[] = [...BY_ANYBODY, ...BY_THE_KEEPER]
