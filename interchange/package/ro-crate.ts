import { canonicalJson, jsonOf, type Words } from '@corroborate/base'

/** A file as the metadata of a crate describes it. */
export interface CrateFile {
  /** From the root of the crate, which is the payload folder. */
  readonly name: string
  readonly size: number
  readonly sha256: string
}

const CONTEXT = 'https://w3id.org/ro/crate/1.1/context'
const SPECIFICATION = 'https://w3id.org/ro/crate/1.1'
const MEDIA: readonly (readonly [string, string])[] = [
  ['.jsonl', 'application/jsonl'],
  ['.json', 'application/json'],
  ['.pem', 'application/x-pem-file'],
]

/**
 * The metadata of a package as RO-Crate 1.1, so that archives and repositories read what it is.
 * @see https://www.researchobject.org/ro-crate/specification/1.1/
 */
export function roCrateOf(asked: {
  readonly code: string
  readonly title: Words
  readonly about: string
  readonly signedAt: string
  readonly files: readonly CrateFile[]
}): string {
  const { files, title } = asked
  const graph = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      conformsTo: { '@id': SPECIFICATION },
      about: { '@id': './' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      identifier: asked.code,
      name: title.en ?? title.ar ?? asked.code,
      description: asked.about,
      datePublished: asked.signedAt,
      license: 'For whoever it was given to, under the conditions that it was given under.',
      hasPart: files.map(({ name }) => ({ '@id': name })),
    },
    ...files.map(({ name, size, sha256 }) => ({
      '@id': name,
      '@type': 'File',
      contentSize: String(size),
      encodingFormat: MEDIA.find(([ending]) => name.endsWith(ending))?.[1] ?? 'application/octet-stream',
      sha256,
    })),
  ]
  return `${canonicalJson(jsonOf({ '@context': CONTEXT, '@graph': graph }))}\n`
}
