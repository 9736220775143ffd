import { LIMITS } from '../folder/limits.ts'
import { SOUND_FOLDER } from './sound-folder.ts'

type Files = ReadonlyMap<string, string>

/** A folder with one thing wrong, and the sentence that a person must be given for it. */
export interface BrokenFolder {
  readonly name: string
  readonly files: Files
  readonly at: { readonly file: string; readonly line: number | null; readonly field: string | null }
  readonly sentence: string
}

export const BROKEN_FOLDERS: readonly BrokenFolder[] = [
  {
    name: 'YAML that does not parse',
    files: changed('sources.yaml', 'title: { en: Witness 1 }', 'title: { en: Witness 1'),
    at: { file: 'sources.yaml', line: 6, field: null },
    sentence:
      'sources.yaml, line 6: expected YAML that can be read, found a mistake in it: Flow map in block collection must be sufficiently indented and end with a }.',
  },
  {
    name: 'a tab for an indent',
    files: changed('claims.yaml', '    basis: { kind: saw', '\tbasis: { kind: saw'),
    at: { file: 'claims.yaml', line: 18, field: null },
    sentence: 'claims.yaml, line 18: expected spaces at the start of a line, found a tab.',
  },
  {
    name: 'a field twice',
    files: changed('claims.yaml', '    mode: pattern\n', '    mode: pattern\n    mode: state\n'),
    at: { file: 'claims.yaml', line: 6, field: 'claims[0].mode' },
    sentence: 'claims.yaml, line 6, claims[0].mode: expected each field once, found “mode” a second time.',
  },
  {
    name: 'an unknown field',
    files: changed(
      'claims.yaml',
      '    certainty: certain\n    polarity: affirmed\n    coder: A\n    status: accepted\n  - code: C2',
      '    certanty: certain\n    certainty: certain\n    polarity: affirmed\n    coder: A\n    status: accepted\n  - code: C2',
    ),
    at: { file: 'claims.yaml', line: 19, field: 'claims[0].certanty' },
    sentence:
      'claims.yaml, line 19, claims[0].certanty: expected one of code, source, passages, mode, topic, proposition, roles, when, place, quantity, pattern, basis, certainty, polarity, coder, second-coder, status (perhaps certainty), found the unknown field “certanty”.',
  },
  {
    name: 'a missing file',
    files: without('sources.yaml'),
    at: { file: 'sources.yaml', line: null, field: null },
    sentence: 'sources.yaml: expected a file with the field sources and origin-links, found no such file.',
  },
  {
    name: 'a file whose name is misspelled',
    files: new Map([...SOUND_FOLDER, ['resolution.yaml', 'resolutions: []\n']]),
    at: { file: 'resolution.yaml', line: null, field: null },
    sentence:
      'resolution.yaml: expected a file of an investigation folder (perhaps resolutions.yaml), found “resolution.yaml”, which is none.',
  },
  {
    name: 'a threshold under which one who saw it would be strong by himself',
    files: changed('investigation.yaml', 'primary: 2', 'primary: 1'),
    at: { file: 'investigation.yaml', line: 7, field: 'thresholds.strong.primary' },
    sentence:
      'investigation.yaml, line 7, thresholds.strong.primary: expected a number of at least 2, found the number 1.',
  },
  {
    name: 'a value of the wrong type',
    files: changed('claims.yaml', 'min: 2, max: 4, said', 'min: 2, max: four, said'),
    at: { file: 'claims.yaml', line: 9, field: 'claims[0].quantity.max' },
    sentence: 'claims.yaml, line 9, claims[0].quantity.max: expected a number, found “four”.',
  },
  {
    name: 'a missing field',
    files: changed(
      'claims.yaml',
      '    topic: lorries\n    proposition: { en: There',
      '    proposition: { en: There',
    ),
    at: { file: 'claims.yaml', line: 23, field: 'claims[1].topic' },
    sentence: 'claims.yaml, line 23, claims[1].topic: expected text, found nothing.',
  },
  {
    name: 'an unknown code, with those near it',
    files: changed('findings.yaml', 'claims-for: [C1, C2]', 'claims-for: [C1, C3]'),
    at: { file: 'findings.yaml', line: 5, field: 'findings[0].claims-for[1]' },
    sentence:
      'findings.yaml, line 5, findings[0].claims-for[1]: expected the code of a claim (perhaps “C1” or “C2”), found “C3”, which names none.',
  },
  {
    name: 'a code twice',
    files: changed(
      'registers.yaml',
      '    kind: facility\n',
      '    kind: facility\n  - code: Bridge\n    name: { en: Another }\n    kind: facility\n',
    ),
    at: { file: 'registers.yaml', line: 5, field: 'places[1].code' },
    sentence:
      'registers.yaml, line 5, places[1].code: expected a code that no other place has, found “Bridge”, which stands in registers.yaml, line 2 too.',
  },
  {
    name: 'a passage that does not stand in its text',
    files: changed('passages.yaml', 'From May to July', 'From May to June'),
    at: { file: 'passages.yaml', line: 7, field: 'passages[1].exact' },
    sentence:
      'passages.yaml, line 7, passages[1].exact: expected words that stand in w1 exactly once, found “From May to June of that year.”, which does not stand there.',
  },
  {
    name: 'a passage that stands in its text twice',
    files: changed(
      'passages.yaml',
      'exact: Every Monday lorries crossed the bridge, two to four of them.',
      'exact: lorries crossed',
    ),
    at: { file: 'passages.yaml', line: 4, field: 'passages[0].exact' },
    sentence:
      'passages.yaml, line 4, passages[0].exact: expected words that stand in w1 exactly once, found “lorries crossed” more than once; a prefix or suffix tells them apart.',
  },
  {
    name: 'an upside-down range',
    files: changed('claims.yaml', 'min: 2, max: 4, said', 'min: 4, max: 2, said'),
    at: { file: 'claims.yaml', line: 9, field: 'claims[0].quantity.max' },
    sentence:
      'claims.yaml, line 9, claims[0].quantity.max: expected a number of at least 4, which is min, found the number 2.',
  },
  {
    name: 'a negative size',
    files: changed('claims.yaml', 'size: { min: 2, max: 4 }', 'size: { min: -2, max: 4 }'),
    at: { file: 'claims.yaml', line: 15, field: 'claims[0].pattern.size.min' },
    sentence:
      'claims.yaml, line 15, claims[0].pattern.size.min: expected a number of at least 0, found the number -2.',
  },
  {
    name: 'a time that is no EDTF',
    files: changed('claims.yaml', 'window: 2019-05/2019-07', 'window: May to July'),
    at: { file: 'claims.yaml', line: 14, field: 'claims[0].pattern.window' },
    sentence:
      'claims.yaml, line 14, claims[0].pattern.window: expected a time in EDTF, such as 2013, 2013-05, 2013-05-02 or 2011-09/2015-12, found “May to July”.',
  },
  {
    name: 'a window that ends before it starts',
    files: changed('claims.yaml', 'window: 2019-05/2019-07', 'window: 2019-07/2019-05'),
    at: { file: 'claims.yaml', line: 14, field: 'claims[0].pattern.window' },
    sentence:
      'claims.yaml, line 14, claims[0].pattern.window: expected a time that does not end before it starts, found “2019-07/2019-05”.',
  },
  {
    name: 'a rate of zero',
    files: changed(
      'claims.yaml',
      'rate: { min: 1, max: 1, per: week }',
      'rate: { min: 0, max: 0, per: week }',
    ),
    at: { file: 'claims.yaml', line: 11, field: 'claims[0].pattern.rate.max' },
    sentence:
      'claims.yaml, line 11, claims[0].pattern.rate.max: expected a number of more than 0, found the number 0.',
  },
  {
    name: 'a claim without a passage',
    files: changed('claims.yaml', 'passages: [article]', 'passages: []'),
    at: { file: 'claims.yaml', line: 25, field: 'claims[1].passages' },
    sentence: 'claims.yaml, line 25, claims[1].passages: expected a list of at least 1, found an empty list.',
  },
  {
    name: 'a passage in the text of a source that the claim’s source does not speak through',
    files: changed('claims.yaml', 'passages: [article]', 'passages: [article, how-long]'),
    at: { file: 'claims.yaml', line: 25, field: 'claims[1].passages[1]' },
    sentence:
      'claims.yaml, line 25, claims[1].passages[1]: expected a passage in a text of gazette, or of a source that depends on it, found “how-long”, in a text of W1.',
  },
  {
    name: 'a finding that says nothing of its claims',
    files: changed('findings.yaml', '    claims-for: [C1, C2]\n', ''),
    at: { file: 'findings.yaml', line: 2, field: 'findings[0].claims-for' },
    sentence: 'findings.yaml, line 2, findings[0].claims-for: expected a list, found nothing.',
  },
  {
    name: 'an unknown weekday',
    files: changed('claims.yaml', 'weekdays: [MO]', 'weekdays: [MON]'),
    at: { file: 'claims.yaml', line: 12, field: 'claims[0].pattern.weekdays[0]' },
    sentence:
      'claims.yaml, line 12, claims[0].pattern.weekdays[0]: expected one of MO, TU, WE, TH, FR, SA, SU (perhaps MO), found “MON”.',
  },
  {
    name: 'a source that is derived from itself',
    files: changed('sources.yaml', '    to: W1', '    to: gazette'),
    at: { file: 'sources.yaml', line: 16, field: 'origin-links[0].to' },
    sentence:
      'sources.yaml, line 16, origin-links[0].to: expected another source than gazette, found “gazette”.',
  },
  {
    name: 'an unknown role of a source',
    files: changed('sources.yaml', 'role: other', 'role: former-gaurd'),
    at: { file: 'sources.yaml', line: 4, field: 'sources[0].role' },
    sentence:
      'sources.yaml, line 4, sources[0].role: expected one of former-detainee, former-guard, former-official, judge, lawyer, doctor, relative, expert, report, press, government, recording, other (perhaps former-guard), found “former-gaurd”.',
  },
  {
    name: 'a consent without its witness',
    files: changed('interviews.yaml', '  - witness: W1\n    version: 1', '  - version: 1'),
    at: { file: 'interviews.yaml', line: 11, field: 'consents[0].witness' },
    sentence: 'interviews.yaml, line 11, consents[0].witness: expected text, found nothing.',
  },
  {
    name: 'a consent of something that is no witness',
    files: changed(
      'interviews.yaml',
      '  - witness: W1\n    version: 1',
      '  - witness: gazette\n    version: 1',
    ),
    at: { file: 'interviews.yaml', line: 11, field: 'consents[0].witness' },
    sentence:
      'interviews.yaml, line 11, consents[0].witness: expected a source of kind witness, found “gazette”, of kind document.',
  },
  {
    name: 'an unknown part of a report',
    files: changed('report.en.md', '{{derivation: how-many}}', '{{derivations: how-many}}'),
    at: { file: 'report.en.md', line: 13, field: '{{derivations: how-many}}' },
    sentence:
      'report.en.md, line 13, {{derivations: how-many}}: expected one of chart, derivation, slips, alternatives, contradictions, standings, thresholds, sources (perhaps derivation), found “derivations”.',
  },
  {
    name: 'a brace that is not closed',
    files: changed('report.en.md', '{estimate: how-many published}', '{estimate: how-many published'),
    at: { file: 'report.en.md', line: 11, field: '{' },
    sentence: 'report.en.md, line 11, {: expected a { with its }, or \\{ for the sign itself, found { alone.',
  },
  {
    name: 'a figure of an estimate that is not there',
    files: changed('report.en.md', '{estimate: how-many published}', '{estimate: how-manny published}'),
    at: { file: 'report.en.md', line: 11, field: '{estimate: how-manny published}' },
    sentence:
      'report.en.md, line 11, {estimate: how-manny published}: expected the code of an estimate (perhaps “how-many”), found “how-manny”, which names none.',
  },
  {
    name: 'a report without its fields',
    files: changed('report.en.md', '---\nlanguage: en\n', 'language: en\n'),
    at: { file: 'report.en.md', line: 1, field: null },
    sentence: 'report.en.md, line 1: expected fields between two lines ---, found none.',
  },
  {
    name: 'a report in another language than its file name says',
    files: changed('report.en.md', 'language: en', 'language: ar'),
    at: { file: 'report.en.md', line: 2, field: 'language' },
    sentence: 'report.en.md, line 2, language: expected en, as in the name of the file, found “ar”.',
  },
  {
    name: 'a text in no language',
    files: changed('texts/w1.md', 'language: en', 'language: english please'),
    at: { file: 'texts/w1.md', line: 5, field: 'language' },
    sentence:
      'texts/w1.md, line 5, language: expected a language by its BCP 47 tag, such as en or ar-SY, found “english please”.',
  },
  {
    name: 'aliases that would unfold without end',
    files: changed('sources.yaml', 'sources:\n', `bomb: ${aliasBomb()}\nsources:\n`),
    at: { file: 'sources.yaml', line: 1, field: 'bomb[0]' },
    sentence: 'sources.yaml, line 1, bomb[0]: expected a value without an anchor, found an anchor, “&a0”.',
  },
  {
    name: 'brackets nested without end',
    files: changed('findings.yaml', 'claims-for: [C1, C2]', `claims-for: ${'['.repeat(100_000)}`),
    at: { file: 'findings.yaml', line: 5, field: null },
    sentence: 'findings.yaml, line 5: expected at most 24 levels, found more.',
  },
  {
    name: 'a file that is too large',
    files: changed('texts/gazette.md', 'lorries on the bridge', 'x'.repeat(LIMITS.charactersPerFile + 1)),
    at: { file: 'texts/gazette.md', line: null, field: null },
    sentence: 'texts/gazette.md: expected at most 8388608 characters in one file, found 8388734.',
  },
  {
    name: 'too many files',
    files: new Map([
      ...SOUND_FOLDER,
      ...Array.from({ length: LIMITS.files }, (_, at) => [`notes/${at}.md`, ''] as const),
    ]),
    at: { file: '.', line: null, field: null },
    sentence: `.: expected at most 5000 files, found ${5000 + SOUND_FOLDER.size}.`,
  },
  {
    name: 'bytes that were not UTF-8',
    files: changed('texts/w1.md', 'What did you see?', 'What did you s\uFFFDe?'),
    at: { file: 'texts/w1.md', line: 10, field: null },
    sentence:
      'texts/w1.md, line 10: expected text in UTF-8, found the mark of bytes that could not be read (U+FFFD).',
  },
  {
    name: 'a character of value zero',
    files: changed('passages.yaml', 'how-long', 'how\u0000long'),
    at: { file: 'passages.yaml', line: 5, field: null },
    sentence: 'passages.yaml, line 5: expected text in UTF-8, found a character of value zero (U+0000).',
  },
  {
    name: 'a list with ragged rows',
    files: changed('lists/toll.csv', 'B 2,2019-05-13', 'B 2,2019-05-13,again'),
    at: { file: 'lists/toll.csv', line: 3, field: null },
    sentence: 'lists/toll.csv, line 3: expected 2 cells, as in the header, found 3.',
  },
  {
    name: 'an estimate from lists by a linkage that is not there',
    files: changed('estimates.yaml', 'linkage: by-plate', 'linkage: by-day'),
    at: { file: 'estimates.yaml', line: 14, field: 'estimates[1].lists.linkage' },
    sentence:
      'estimates.yaml, line 14, estimates[1].lists.linkage: expected the code of a linkage, found “by-day”, which names none.',
  },
  {
    name: 'an estimate from a list against itself',
    files: changed('estimates.yaml', 'of: [toll, ferry]', 'of: [toll, toll]'),
    at: { file: 'estimates.yaml', line: 15, field: 'estimates[1].lists.of[1]' },
    sentence:
      'estimates.yaml, line 15, estimates[1].lists.of[1]: expected each list once, found “toll” a second time.',
  },
  {
    name: 'strata by a column that the list does not have',
    files: changed('estimates.yaml', 'columns: { toll: day }', 'columns: { toll: days }'),
    at: { file: 'estimates.yaml', line: 18, field: 'estimates[1].lists.strata[0].columns.toll' },
    sentence:
      'estimates.yaml, line 18, estimates[1].lists.strata[0].columns.toll: expected a column of list toll: plate, day, found “days”.',
  },
  {
    name: 'a table that counts people on no list',
    files: changed('estimates.yaml', "'001': 1", "'000': 1"),
    at: { file: 'estimates.yaml', line: 30, field: 'estimates[2].table.strata.north.000' },
    sentence:
      'estimates.yaml, line 30, estimates[2].table.strata.north.000: expected 3 signs 0 or 1, one for each list, with a 1 at least, found “000”.',
  },
  {
    name: 'a count that is not whole',
    files: changed('estimates.yaml', "'001': 1", "'001': 1.5"),
    at: { file: 'estimates.yaml', line: 30, field: 'estimates[2].table.strata.north.001' },
    sentence:
      'estimates.yaml, line 30, estimates[2].table.strata.north.001: expected a whole number, found the number 1.5.',
  },
  {
    name: 'a count that is too large',
    files: changed('estimates.yaml', "'001': 1", "'001': 1000000000"),
    at: { file: 'estimates.yaml', line: 30, field: 'estimates[2].table.strata.north.001' },
    sentence:
      'estimates.yaml, line 30, estimates[2].table.strata.north.001: expected a number of at most 100000000, found the number 1000000000.',
  },
  {
    name: 'a linkage whose links are not there',
    files: without('linkages/by-plate.csv'),
    at: { file: 'linkages.yaml', line: 2, field: 'linkages[0].code' },
    sentence:
      'linkages.yaml, line 2, linkages[0].code: expected the file linkages/by-plate.csv, found no such file.',
  },
  {
    name: 'links that no linkage is named for',
    files: new Map([...SOUND_FOLDER, ['linkages/by-day.csv', 'list,row,person\n']]),
    at: { file: 'linkages/by-day.csv', line: null, field: null },
    sentence: 'linkages/by-day.csv: expected an entry for it in linkages.yaml, found none.',
  },
  {
    name: 'a link to a row that the list does not have',
    files: changed('linkages/by-plate.csv', 'toll,2,', 'toll,3,'),
    at: { file: 'linkages/by-plate.csv', line: 3, field: 'row' },
    sentence: 'linkages/by-plate.csv, line 3, row: expected a row of list toll, which has 2, found “3”.',
  },
  {
    name: 'a link to a list that is not there',
    files: changed('linkages/by-plate.csv', 'toll,2,', 'tool,2,'),
    at: { file: 'linkages/by-plate.csv', line: 3, field: 'list' },
    sentence:
      'linkages/by-plate.csv, line 3, list: expected the code of a list (perhaps “toll”), found “tool”, which names none.',
  },
  {
    name: 'a row that is two people',
    files: changed('linkages/by-plate.csv', 'toll,2,', 'toll,1,'),
    at: { file: 'linkages/by-plate.csv', line: 3, field: 'row' },
    sentence:
      'linkages/by-plate.csv, line 3, row: expected each row once in a draw, found row 1 of toll a second time.',
  },
  {
    name: 'a linkage without the column of persons',
    files: changed('linkages/by-plate.csv', 'list,row,person', 'list,row,lorry'),
    at: { file: 'linkages/by-plate.csv', line: 1, field: null },
    sentence:
      'linkages/by-plate.csv, line 1: expected the columns list, row, person and, if any, draw, found “list”, “row”, “lorry”.',
  },
]

function changed(file: string, from: string, to: string): Files {
  const content = SOUND_FOLDER.get(file) ?? ''
  if (content.split(from).length !== 2) throw new Error(`${file} has not once: ${from}`)
  return new Map([...SOUND_FOLDER, [file, content.replace(from, () => to)]])
}

function without(file: string): Files {
  return new Map([...SOUND_FOLDER].filter(([name]) => name !== file))
}

function aliasBomb(): string {
  const levels = Array.from(
    { length: 9 },
    (_, at) =>
      `&a${at} [${Array(9)
        .fill(at === 0 ? 'x' : `*a${at - 1}`)
        .join(', ')}]`,
  )
  return `[${levels.join(', ')}]`
}
