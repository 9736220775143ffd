import { strToU8, zipSync, type Zippable } from 'fflate'

export interface SheetMade {
  readonly name: string
  /** Rows as the XML of their cells. */
  readonly rows: readonly string[]
  readonly state?: string
}

export interface BookMade {
  readonly sheets: readonly SheetMade[]
  readonly strings?: readonly string[]
  readonly formats?: readonly string[]
  readonly date1904?: boolean
  /** The text of a sheet in place of the one that is made. */
  readonly raw?: string
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** An invented workbook, as Excel lays it out: the sheets before the texts that they share. Style n shows numbers in the nth format. */
export function workbook({
  sheets,
  strings = [],
  formats = [],
  date1904 = false,
  raw,
}: BookMade): Uint8Array {
  const files: Zippable = {
    '_rels/.rels': relationships([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': strToU8(
      `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          ({ name, state = 'visible' }, i) =>
            `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="s${i}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['st', 'styles', '/xl/styles.xml'],
      ['ss', 'sharedStrings', 'sharedStrings.xml'],
    ]),
  }
  for (const [i, { rows }] of sheets.entries())
    files[`xl/worksheets/sheet${i + 1}.xml`] = strToU8(
      raw ??
        `<worksheet ${MAIN}><sheetData>${rows.map((cells, at) => `<row r="${at + 1}">${cells}</row>`).join('')}</sheetData></worksheet>`,
    )
  files['xl/styles.xml'] = strToU8(
    `<styleSheet ${MAIN}><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts>` +
      `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`,
  )
  files['xl/sharedStrings.xml'] = strToU8(
    `<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  )
  return zipSync(files)
}

function relationships(all: readonly (readonly [string, string, string])[]): Uint8Array {
  const each = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return strToU8(`<Relationships ${PACKAGE}>${each.join('')}</Relationships>`)
}
