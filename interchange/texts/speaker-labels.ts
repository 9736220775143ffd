import type { LabelSeen } from './text-read.ts'

/** What stands before the colon of a line, as far as it could be somebody's name or part. */
export interface Label {
  readonly label: string
  /** Where the words begin. */
  readonly end: number
}

const LABEL =
  /^\s*(?:\[([^\]\n]{1,40})\]|<v(?:[.][^\s>]*)?\s+([^>\n]{1,40})>|([\p{L}(][^:：\n]{0,60}?))\s*[:：](?:\s+|$)/u
const QUESTION = /^\s*([QA])[.](?:\s+|$)/

/** The label that a line begins with: `NAME: `, `[SPEAKER_00]: `, `Q. `; null where none could be one. */
export function labelAt(line: string): Label | null {
  const match = LABEL.exec(line) ?? QUESTION.exec(line)
  if (match === null) return null
  const label = (match[1] ?? match[2] ?? match[3] ?? '').trim()
  return nameLike(label) ? { label, end: match[0].length } : null
}

const PARTICLES = new Set(
  'de da di du del della des der den van von zu la le el al bin ibn bint abu y e and the of for'.split(' '),
)
const ARTICLE = /^(?:al|el|ad|ar|as|ash|at|az|an|abu|d|l)[-'’]\p{Lu}/u
/** Verbs of saying: "فقال لي:" begins a line of testimony, and names nobody. */
const SAYING = /(?:^|\s)[وف]?(?:قال|قالت|قالوا|قلت|سألني|سألته|أجاب|أجبت|يقول|تقول)(?:\s|$)/u

function nameLike(label: string): boolean {
  if (label === '' || /[.!?؟;،؛,"“”«»=/\\]/u.test(label.replaceAll(/\b\p{L}{1,4}[.]/gu, ''))) return false
  const words = label.split(/\s+/)
  if (words.length > 5 || SAYING.test(label)) return false
  return words.every((word) => !/^\p{Ll}/u.test(word) || PARTICLES.has(word) || ARTICLE.test(word))
}

/** A line that begins with what could be a speaker. */
export interface LabelledLine {
  readonly label: string
  /** Whether the file sets it in strong type, as transcripts set their speakers. */
  readonly strong: boolean
}

const CODE =
  /^(?:[\p{Lu}]{1,3}\d{0,4}|[\p{Lu}]{1,3}-\d{1,4}|SPEAKER[ _]\d{1,3}|Speaker \d{1,3}|[سجمش]\d{0,3}|[سجمش][\u0660-\u0669]{1,3})$/u
const PARTS =
  /^(?:the )?(?:interviewer|interviewee|interpreter|translator|witness|respondent|participant|moderator|question|answer|judge|chair|counsel|researcher|speaker)(?: \d+)?$/i
const ARABIC_PART =
  '(?:ال)?(?:شاهد|شاهدة|محقق|محققة|سائل|مجيب|سؤال|جواب|مترجم|مترجمة|قاضي|رئيس|باحث|باحثة|متحدث|راوي)'
const ARABIC_PARTS = new RegExp(`^${ARABIC_PART}(?: \\S+)?$`, 'u')

/** The share of lines with a label from which on a text is taken for one whose lines begin with who speaks. */
const LABELLED_TEXT = 0.2

/**
 * Who speaks, by how the lines begin. Taken are labels in strong type, codes (`W3`, `SPEAKER_00`), parts ("interviewer"), and names that come
 * again in a text a fifth of whose lines begin so. A name that stands once is not taken: it is shown, and a person says.
 */
export function speakersAmong(
  lines: readonly LabelledLine[],
  of: { readonly lines: number; readonly asked: readonly string[] | null },
): readonly LabelSeen[] {
  const seen = new Map<string, { turns: number; strong: boolean }>()
  for (const { label, strong } of lines) {
    const before = seen.get(label)
    seen.set(label, { turns: (before?.turns ?? 0) + 1, strong: strong || before?.strong === true })
  }
  const again = [...seen.values()].reduce((sum, { turns }) => sum + (turns > 1 ? turns : 0), 0)
  const labelled = again >= of.lines * LABELLED_TEXT
  return [...seen].map(([label, { turns, strong }]) => ({
    label,
    turns,
    taken: of.asked?.includes(label) ?? (strong || certain(label) || (labelled && turns > 1)),
  }))
}

function certain(label: string): boolean {
  return CODE.test(label) || PARTS.test(label) || ARABIC_PARTS.test(label)
}

/** As `CODE`, without what may be a short name in capitals. */
const CODE_ALONE =
  /^(?:\p{Lu}|\p{Lu}{1,3}-?\d{1,4}|SPEAKER[ _]\d{1,3}|Speaker \d{1,3}|[سجمش][\d\u0660-\u0669]{0,3})$/u
const ARABIC_PART_ALONE = new RegExp(`^${ARABIC_PART}(?: [\\d\\u0660-\\u0669]+)?$`, 'u')

/** Whether a label is a code or a part and nothing else (`W3`, "interviewer"): `ALI` and "الشاهد علي" may say who somebody is. */
export function namesNobody(label: string): boolean {
  return CODE_ALONE.test(label) || PARTS.test(label) || ARABIC_PART_ALONE.test(label)
}
