import { ok, refuse, type Outcome, type Refusal } from '@corroborate/base'
import type { DigestName, Digests } from './digests.ts'
import { fetchFault, manifestNamed, readManifest, type Manifest, type ManifestFault } from './manifest.ts'
import { labelled, readDeclaration, readTagText, type BagDeclaration, type TagFault } from './tag-file.ts'

export type HeadFault = TagFault | ManifestFault | 'no-manifest' | 'tag-missing' | 'tag-changed' | 'not-ours'

/** What the tag files of a bag say, once they agree with each other. */
export interface BagHead {
  readonly declaration: BagDeclaration
  /** Of the payload: one at least. */
  readonly manifests: readonly Manifest[]
  readonly tagManifests: readonly Manifest[]
  /** `Payload-Oxum`: how many bytes in how many files are below `data/`; null where the bag does not say. */
  readonly oxum: { readonly bytes: number; readonly files: number } | null
  /** Every tag file, by name. */
  readonly tags: ReadonlyMap<string, Uint8Array>
}

/** The tag files of a package of ours: these, and no others. */
export const OUR_TAGS = {
  always: [
    'bagit.txt',
    'bag-info.txt',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'tagmanifest-sha256.txt',
    'tagmanifest-sha512.txt',
    'VERIFY.txt',
    'verify.mjs',
    'package.note',
  ],
  /** What no tag manifest lists: they themselves, and the note that signs them. */
  unlisted: ['tagmanifest-sha256.txt', 'tagmanifest-sha512.txt', 'package.note'],
} as const

/**
 * Reads the tag files of a bag and holds each against the tag manifests.
 * @param tags every file that is not below `data/`
 */
export function readBagHead(
  tags: ReadonlyMap<string, Uint8Array>,
  asked: { readonly profile: 'ours' | 'any'; readonly digests: Digests },
): Outcome<BagHead, HeadFault> {
  const strict = asked.profile === 'ours'
  const declared = tags.get('bagit.txt')
  if (!declared) return refuse('not-a-bag', 'there is no bagit.txt: this is no package, or a part of one')
  const declaration = readDeclaration(declared)
  if (!declaration.ok) return declaration
  const foreign = strict ? notOurs(declaration.value, tags) : null
  if (foreign) return foreign
  const read = manifestsIn(tags, { declaration: declaration.value, strict })
  if (!read.ok) return read
  const { manifests, info, fetch } = read.value
  const fault = (fetch === null ? null : fetchFault(fetch)) ?? tagFault(tags, manifests, asked.digests)
  if (fault) return fault
  const ofPayload = manifests.filter(({ of }) => of === 'payload')
  if (ofPayload.length === 0) return refuse('no-manifest', 'the bag has no manifest of its payload')
  return ok({
    declaration: declaration.value,
    manifests: ofPayload,
    tagManifests: manifests.filter(({ of }) => of === 'tags'),
    oxum: oxumIn(info ?? ''),
    tags,
  })
}

/** What sets a bag apart from a package of ours, in a sentence. */
function notOurs(
  { version, encoding }: BagDeclaration,
  tags: ReadonlyMap<string, Uint8Array>,
): Refusal<HeadFault> | null {
  if (version[0] !== 1 || version[1] !== 0 || encoding !== 'UTF-8')
    return refuse(
      'not-ours',
      `a package is BagIt 1.0 in UTF-8, and this is ${version.join('.')} in ${encoding}`,
    )
  if (tags.has('fetch.txt'))
    return refuse('not-ours', 'there is a fetch.txt: a package is whole, and nothing is fetched for it')
  const missing = OUR_TAGS.always.find((name) => !tags.has(name))
  if (missing !== undefined) return refuse('not-ours', `${missing} is missing`)
  const others = [...tags.keys()].find((name) => !OUR_TAGS.always.some((known) => known === name))
  if (others !== undefined)
    return refuse('not-ours', `"${others}" has no place in a package: nobody signed it`)
  for (const [name, bytes] of tags) {
    if (bytes[0] === 0xef && bytes[1] === 0xbb)
      return refuse('byte-order-mark', `${name} begins with a byte order mark, which it may not have`)
    if (bytes.includes(0) || (name !== 'VERIFY.txt' && bytes.includes(0x0d)))
      return refuse('encoding', `${name} is not UTF-8 text with plain newlines`)
  }
  return null
}

interface TagTexts {
  readonly manifests: readonly Manifest[]
  readonly info: string | null
  readonly fetch: string | null
}

function manifestsIn(
  tags: ReadonlyMap<string, Uint8Array>,
  { declaration, strict }: { readonly declaration: BagDeclaration; readonly strict: boolean },
): Outcome<TagTexts, HeadFault> {
  const manifests: Manifest[] = []
  const texts = new Map<string, string>()
  const how = { strict, percents: declaration.version[0] >= 1 }
  for (const [file, bytes] of tags) {
    const named = manifestNamed(file)
    if (named === null && file !== 'bag-info.txt' && file !== 'fetch.txt') continue
    if (named?.ok === false) return named
    const text = readTagText(file, bytes, declaration.encoding)
    if (!text.ok) return text
    texts.set(file, text.value)
    const manifest = named && readManifest(text.value, { file, ...named.value }, how)
    if (manifest?.ok === false) return manifest
    if (manifest) manifests.push(manifest.value)
  }
  return ok({ manifests, info: texts.get('bag-info.txt') ?? null, fetch: texts.get('fetch.txt') ?? null })
}

function tagFault(
  tags: ReadonlyMap<string, Uint8Array>,
  manifests: readonly Manifest[],
  digests: Digests,
): Refusal<HeadFault> | null {
  for (const manifest of manifests.filter(({ of }) => of === 'tags'))
    for (const [name, wanted] of manifest.listed) {
      const bytes = tags.get(name)
      if (!bytes) return refuse('tag-missing', `${name} is listed in ${manifest.file}, and is not there`)
      const digesting = digests([manifest.digest])
      digesting.add(bytes)
      if (digesting.end().get(manifest.digest) !== wanted)
        return refuse('tag-changed', `${name} was changed: it does not have its ${nameOf(manifest.digest)}`)
    }
  return null
}

/** A digest as people write it. */
export function nameOf(digest: DigestName): string {
  return digest === 'md5' ? 'MD5' : `SHA-${digest.slice(3)}`
}

function oxumIn(info: string): BagHead['oxum'] {
  const [, bytes = '', files = ''] =
    /^(\d{1,15})\.(\d{1,15})$/.exec(labelled(info, 'Payload-Oxum') ?? '') ?? []
  return files === '' ? null : { bytes: Number(bytes), files: Number(files) }
}
