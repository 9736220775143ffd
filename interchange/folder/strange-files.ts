import { LINKAGE_FILE } from './read-linkages.ts'
import { LIST_FILE } from './read-lists.ts'
import { TEXT_FILE } from './read-texts.ts'
import { mistake, quoted, type Mistake } from './mistake.ts'
import { nearest } from './near.ts'
import { isPartOf } from './reading.ts'
import { RUN_FILE } from './read-runs.ts'
import { REPORT_FILE } from './report-file.ts'

const FILES = [
  'investigation.yaml',
  'sources.yaml',
  'registers.yaml',
  'interviews.yaml',
  'passages.yaml',
  'claims.yaml',
  'findings.yaml',
  'estimates.yaml',
  'resolutions.yaml',
  'lists.yaml',
  'linkages.yaml',
]
const SORTS = [LIST_FILE, LINKAGE_FILE, TEXT_FILE, REPORT_FILE, RUN_FILE]
const SPREAD = ['passages', 'claims']
/** For people, not read: a README in any language, and what stands in `notes/`. */
const FOR_PEOPLE = /^(README[^/]*\.md|notes\/.*)$/
const READABLE = /\.(ya?ml|md|csv|json)$/

/** Files that nobody would read: a misspelled name must not leave half of an investigation out in silence. */
export function strangeFiles(files: ReadonlyMap<string, string>): readonly Mistake[] {
  return [...files.keys()]
    .filter((file) => READABLE.test(file) && !FOR_PEOPLE.test(file))
    .filter((file) => !FILES.includes(file) && !SORTS.some((sort) => sort.test(file)))
    .filter((file) => !SPREAD.some((name) => isPartOf(name, file)))
    .map((file) => {
      const near = nearest(file, FILES)
      const hint = near.length === 0 ? '' : ` (perhaps ${near.join(' or ')})`
      const expected = `a file of an investigation folder${hint}`
      return mistake({ file, line: null, field: null }, { expected, found: `${quoted(file)}, which is none` })
    })
}
