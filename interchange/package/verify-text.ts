import type { AboutPackage } from '@corroborate/ledger'

/** What an outsider reads who has the package, and tools that are none of ours. */
export function verifyText(
  about: AboutPackage,
  shown: { readonly key: string; readonly fingerprint: string },
): string {
  const { ledger, investigation } = about
  return `HOW TO VERIFY THIS PACKAGE
Investigation ${investigation.code}, ledger ${ledger.origin}, ${ledger.size} lines.

You need no program of those who made it. Work in the folder of this file. Each step stands alone.

1. No file was changed, lost or added (GNU coreutils):

     sha256sum --strict --quiet -c tagmanifest-sha256.txt && sha256sum --strict --quiet -c manifest-sha256.txt
     sha512sum --strict --quiet -c tagmanifest-sha512.txt && sha512sum --strict --quiet -c manifest-sha512.txt
     find data -type f | wc -l; wc -l < manifest-sha256.txt      (the same number twice)

   Or, where bagit-python is installed: python3 -m bagit --validate .

2. The manifests are those that were signed (OpenSSL 3, Ed25519). Whoever changes a file can write new manifests; they cannot sign them.

     sed -n '1,5p' package.note > note.text
     sed -n '7p' package.note | cut -d' ' -f3 | base64 -d | tail -c 64 > note.signature
     openssl pkeyutl -verify -rawin -pubin -inkey data/keys/ledger.pem -in note.text -sigfile note.signature
     sha256sum tagmanifest-sha256.txt; sha512sum tagmanifest-sha512.txt; cat note.text      (the same digests)
     rm note.text note.signature

   The key lies in the package, so that this can be tried; that alone proves nothing. Compare it with the key that you were given
   another way (by telephone, on paper, from the address where the ledger is served):

   Key: ${shown.key}
   SHA-256 of data/keys/ledger.pem: ${shown.fingerprint}

3. The state of the ledger is the one that was signed. data/ledger/checkpoint is the last signed head: origin, number of lines, root.

     sed -n '1,3p' data/ledger/checkpoint > head.text
     sed -n '5p' data/ledger/checkpoint | cut -d' ' -f3 | base64 -d | tail -c 64 > head.signature
     openssl pkeyutl -verify -rawin -pubin -inkey data/keys/ledger.pem -in head.text -sigfile head.signature
     rm head.text head.signature

   Further lines below the first signature are witnesses: they say that they saw this very state, each in its own name.

4. The lines of the ledger have that root; each line, and each record, is what was entered; nothing is missing without being counted.
   verify.mjs does steps 1 to 4. It is one file, needs Node and nothing else, reads no network, and is meant to be read before it is run:

     node verify.mjs .
     node verify.mjs . --key FILE          believes only the key in FILE
     node verify.mjs . --against FILE      also holds the ledger against a checkpoint that you have from an earlier day

   What it reckons: a line of data/ledger/leaves.jsonl has a hash, SHA-256(0x00 || canonical JSON of the entry without its hash)
   (RFC 8785); the hashes are the leaves of the tree of RFC 9162, section 2.1; commitment = SHA-256(salt || canonical JSON of content).

5. What is withheld: every line of the ledger is there; of those that are withheld, the hash and a class of reasons alone.

     grep -c '"withheld"' data/ledger/leaves.jsonl; cat data/package.json

   not-covered: not asked for. not-given-out: never leaves in a package of this kind. no-consent, withdrawn, not-allowed: the witness.

6. Time-stamps (RFC 3161): ${about.tokens === 0 ? 'none: no authority was asked, or none answered.' : stampsText(about.tokens)}

7. Parts that are encrypted, if there are any, end in .age: age --decrypt -i YOUR-KEY FILE.age (age 1.1 or later).

What this does not prove: that what was entered is true; who sat at a member's desk; that the clock of the machine was right.
`
}

function stampsText(count: number): string {
  return `${count}. data/ledger/heads/N.note is the signed head of N lines, and each
   data/tokens/N-….tst is what an authority put under its SHA-256. verify.mjs sees that it is this digest, and no more: get the
   certificates of the authority another way, and ask OpenSSL (the time that it says is the latest at which those lines were there):

     openssl ts -verify -token_in -in data/tokens/N-1.tst -data data/ledger/heads/N.note -CAfile ROOTS.pem
     openssl ts -reply -token_in -token_out -text -in data/tokens/N-1.tst`
}
