/** Words at a place of a page, in points from the bottom left; letters are drawn in the order in which they stand. */
export interface Drawn {
  readonly x: number
  readonly y: number
  readonly words: string
}

const hex = (number: number) => number.toString(16).padStart(4, '0')

/** Every code of two bytes means the character of that number. */
function toUnicode(): string {
  const ranges = Array.from({ length: 256 }, (_, high) => {
    const [from, to] = [hex(high * 256), hex(high * 256 + 255)]
    return `<${from}> <${to}> <${from}>`
  })
  const parts = [0, 100, 200].map((at) => ranges.slice(at, at + 100))
  const blocks = parts.map((part) => `${part.length} beginbfrange\n${part.join('\n')}\nendbfrange`)
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Invented def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap end end',
  ].join('\n')
}

/** An invented PDF whose letters are half as wide as they are high. A page without words is a scanned one. */
export function pdf(pages: readonly (readonly Drawn[])[]): Uint8Array {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  const add = (object: string) => objects.push(object)
  const stream = (content: string) => add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Invented /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  )
  const mapped = stream(toUnicode())
  const inner = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor ${descriptor} 0 R >>`,
  )
  const font = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [${inner} 0 R] /ToUnicode ${mapped} 0 R >>`,
  )
  const kids = pages.map((drawn) => {
    const words = drawn.map(({ x, y, words: said }) => {
      const codes = Array.from({ length: said.length }, (_, i) => hex(said.charCodeAt(i))).join('')
      return `BT /F 12 Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET`
    })
    const content = stream(words.join('\n'))
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${content} 0 R /Resources << /Font << /F ${font} 0 R >> >> >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  return assembled(objects, '')
}

/** A PDF that says it is encrypted, by a handler that asks for a password. */
export function lockedPdf(): Uint8Array {
  const key = '00'.repeat(32)
  return assembled(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 0 /Kids [] >>',
      `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${key}> /U <${key}> >>`,
    ],
    `/Encrypt 3 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`,
  )
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let out = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const place = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF`
  return new TextEncoder().encode(out)
}
