import type { HiddenInFile } from '@corroborate/disclosure'
import { loadPdf } from '../texts/open-pdf.ts'
import { ofXmp } from './inspect-picture.ts'

/**
 * What a PDF holds that its pages do not show: who and what made it, earlier states kept by incremental updates, layers, annotations, attachments,
 * scripts. Words under a black box or a picture are not looked for: build what is published from data.
 * @see ISO 32000-2, 7.5.6 (incremental updates), 8.11 (optional content), 12.5, 14.3
 */
export async function inspectPdf(bytes: Uint8Array): Promise<readonly HiddenInFile[]> {
  const earlier = statesBefore(bytes)
  // pdf.js takes the bytes that it is given for its own.
  const loaded = await loadPdf(bytes.slice(), 'words')
  if (!loaded.ok) return [...earlier, { kind: 'not-readable', at: 'the document', words: loaded.found }]
  const { document, close } = loaded
  try {
    return [...earlier, ...(await inDocument(document)), ...(await onPages(document))]
  } finally {
    await close()
  }
}

type Loaded = Extract<Awaited<ReturnType<typeof loadPdf>>, { ok: true }>['document']

/** Each save that was appended leaves what stood before. A linearised file has two ends and one state. */
function statesBefore(bytes: Uint8Array): readonly HiddenInFile[] {
  const text = new TextDecoder('latin1').decode(bytes)
  const states = (text.match(/startxref\s+\d+\s+%%EOF/g) ?? []).length
  const usual = /\/Linearized\b/.test(text.slice(0, 1_024)) ? 2 : 1
  if (states <= usual) return []
  return [{ kind: 'earlier-state', at: 'the end of the file', words: `${states - usual}` }]
}

type Layer = readonly [unknown, { readonly name: string | null }]

async function inDocument(document: Loaded): Promise<readonly HiddenInFile[]> {
  const { info, metadata } = await document.getMetadata()
  const said = Object.entries(info).flatMap(
    ([name, value]: readonly [string, unknown]): readonly HiddenInFile[] =>
      ['Author', 'Creator', 'Producer', 'Title', 'Subject', 'Keywords', 'CreationDate', 'ModDate'].includes(
        name,
      ) &&
      typeof value === 'string' &&
      value.trim() !== ''
        ? [{ kind: 'author-or-program', at: `Info, ${name}`, words: value }]
        : [],
  )
  const xmp = rawXmp(metadata)
  const layers = [...(await document.getOptionalContentConfig())].map(([id, group]: Layer): HiddenInFile => ({
    kind: 'hidden-layer',
    at: `layer ${String(id)}`,
    words: group.name ?? '',
  }))
  const attached = [...((await document.getAttachments())?.keys() ?? [])]
  return [
    ...said,
    ...(typeof xmp === 'string' ? [ofXmp(xmp)] : []),
    ...layers,
    ...attached.map((name): HiddenInFile => ({ kind: 'attachment', at: 'attached files', words: name })),
    ...((await document.hasJSActions()) ? [{ kind: 'script' as const, at: 'the document', words: '' }] : []),
  ]
}

/** pdf.js says that there always is one; a file without XMP has none. */
function rawXmp(metadata: { readonly getRaw: () => unknown } | null): unknown {
  return metadata?.getRaw()
}

/** Links lead somewhere and say nothing else; all other annotations carry words or files of their own. */
async function onPages(document: Loaded): Promise<readonly HiddenInFile[]> {
  const found: HiddenInFile[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const annotations: readonly unknown[] = await page.getAnnotations()
    found.push(...annotations.flatMap((annotation) => annotated(annotation, number)))
    page.cleanup()
  }
  return found
}

function annotated(annotation: unknown, page: number): readonly HiddenInFile[] {
  if (typeof annotation !== 'object' || annotation === null) return []
  const said = new Map<string, unknown>(Object.entries(annotation))
  const subtype = said.get('subtype')
  if (subtype === 'Link' || typeof subtype !== 'string') return []
  const texts = ['titleObj', 'contentsObj', 'fieldValue'].map((name) => textIn(said.get(name)))
  const words = texts.filter((text) => text !== '').join(': ')
  const kind = subtype === 'FileAttachment' ? 'attachment' : 'annotation'
  return [{ kind, at: `page ${page}, ${subtype}`, words }]
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'object' && value !== null && 'str' in value && typeof value.str === 'string'
    ? value.str
    : ''
}
