import { ok } from '@corroborate/base'
import { heardPieces, type XmlEar } from '../bytes/heard-xml.ts'
import { broken, type Unpacked } from '../bytes/unpacked.ts'

/** An element of a small XML document that is held whole. Names are without their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** What stands in it outside its children. */
  readonly text: string
}

interface Growing extends XmlElement {
  readonly children: Growing[]
  text: string
}

const MOST_ELEMENTS = 2_000_000

/** The root of an XML document. Refused where it is broken, has a document type, or has more elements than could be held. */
export async function xmlTree(
  name: string,
  pieces: AsyncIterable<Unpacked<Uint8Array>>,
): Promise<Unpacked<XmlElement>> {
  const top: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open: Growing[] = [top]
  let elements = 0
  const ear: XmlEar = {
    open: (tag, attributes) => {
      elements++
      const element: Growing = { name: tag, attributes, children: [], text: '' }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    close: () => open.pop(),
    text: (text) => {
      const element = open.at(-1)
      if (element !== undefined) element.text += text
    },
  }
  for await (const step of heardPieces(name, pieces, ear)) {
    if (!step.ok) return step
    if (elements > MOST_ELEMENTS) return broken(`“${name}” with at most ${MOST_ELEMENTS} elements`, 'more')
  }
  const [root] = top.children
  return root === undefined ? broken(`“${name}” as XML`, 'nothing') : ok(root)
}

export function childrenOf(
  element: XmlElement | undefined,
  ...names: readonly string[]
): readonly XmlElement[] {
  return element?.children.filter(({ name }) => names.includes(name)) ?? []
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

/** The text of a child, as it stands; null where there is no such child. */
export function textIn(element: XmlElement, name: string): string | null {
  return childOf(element, name)?.text ?? null
}
