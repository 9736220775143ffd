import { orderOfLetters, presentationForms, rightToLeft } from './arabic-order.ts'
import { textFault, WHOLE, type TextFault, type TextPlace, type TextRefusal } from './text-fault.ts'
import { TEXT_LIMITS } from './text-limits.ts'
import type { Gathered, ReadTurn, TextResult } from './text-read.ts'
import { timeInWords } from './time-marks.ts'

/** What is asked of every text, whatever file it came from: that it has words, that it can be kept, and what a person should look at. */
export function wholeText(file: string, gathered: Gathered): TextResult {
  const turns = gathered.turns.filter(({ pieces }) => pieces.some(({ words }) => words.trim() !== ''))
  const fault = tooMuch(file, turns)
  if (fault !== null) return { ok: false, fault }
  const words = turns.map((turn) => turn.pieces.map((piece) => piece.words).join(' ')).join('\n')
  const warnings = [
    ...gathered.warnings,
    ...encodingWarnings(file, gathered),
    ...speakerWarnings(file, turns),
    ...(gathered.form === 'pdf' ? [] : letterWarnings(file, words)),
    ...machineWarnings(file, gathered),
  ]
  return {
    ok: true,
    text: {
      ...gathered,
      file,
      turns,
      language:
        gathered.language === null
          ? { tag: mostlyArabic(words) ? 'ar' : 'en', by: 'letters' }
          : { tag: gathered.language, by: 'file' },
      warnings: warnings.slice(0, TEXT_LIMITS.warningsTold),
      untold: Math.max(0, warnings.length - TEXT_LIMITS.warningsTold),
    },
  }
}

function tooMuch(file: string, turns: readonly ReadTurn[]): TextFault | null {
  const no = (reason: TextRefusal, expected: string, found: string) =>
    textFault(reason, { file, ...WHOLE }, { expected, found })
  if (turns.length === 0) return no('no-words', 'words', 'none')
  if (turns.length > TEXT_LIMITS.turns)
    return no('too-many-turns', `at most ${TEXT_LIMITS.turns} turns`, `${turns.length}`)
  let [pieces, characters] = [0, 0]
  for (const turn of turns) {
    pieces += turn.pieces.length
    for (const { words } of turn.pieces) characters += words.length
  }
  if (pieces > TEXT_LIMITS.pieces)
    return no('too-many-turns', `at most ${TEXT_LIMITS.pieces} stretches`, `${pieces}`)
  if (characters > TEXT_LIMITS.characters)
    return no('too-many-characters', `at most ${TEXT_LIMITS.characters} characters`, `${characters}`)
  const zero = turns.find((turn) => turn.pieces.some(({ words }) => words.includes('\0')))
  if (zero === undefined) return null
  const told = { expected: 'text', found: 'a character of value zero (U+0000)' }
  return textFault('zero-character', { file, ...zero.at }, told)
}

/** What stands in a recording where, with its place in the file. */
interface Timed {
  readonly from: number | null
  readonly to: number | null
  readonly at: TextPlace
}

/** Cues that end before they begin, begin before the one before them, or begin while it still runs. Each keeps its times as they came. */
export function timeWarnings(file: string, timed: readonly Timed[]): readonly TextFault[] {
  const warnings: TextFault[] = []
  let [began, ended] = [0, 0]
  for (const { from, to, at } of timed) {
    if (from === null) continue
    const place = { file, ...at }
    if (to !== null && to < from) {
      const told = { expected: `an end after ${timeInWords(from)}`, found: timeInWords(to) }
      warnings.push(textFault('time-backward', place, told))
    } else if (from < began) {
      const told = { expected: `a time from ${timeInWords(began)} on`, found: timeInWords(from) }
      warnings.push(textFault('time-backward', place, told))
    } else if (from < ended) {
      const told = {
        expected: `a time from ${timeInWords(ended)} on`,
        found: `${timeInWords(from)}, while the one before still runs`,
      }
      warnings.push(textFault('time-overlaps', place, told))
    }
    began = from
    ended = to ?? from
  }
  return warnings
}

function encodingWarnings(file: string, { encoding }: Gathered): readonly TextFault[] {
  if (encoding?.by !== 'guess') return []
  const told = {
    expected: 'an encoding that the file says',
    found: `a guess, ${encoding.encoding}: look at the letters`,
  }
  return [textFault('encoding-guessed', { file, ...WHOLE }, told)]
}

function speakerWarnings(file: string, turns: readonly ReadTurn[]): readonly TextFault[] {
  if (turns.some(({ speaker }) => speaker !== null)) return []
  const told = {
    expected: 'lines that begin with who speaks',
    found: 'none: the words belong to nobody in it',
  }
  return [textFault('no-speakers', { file, ...WHOLE }, told)]
}

function letterWarnings(file: string, words: string): readonly TextFault[] {
  const warnings: TextFault[] = []
  const forms = presentationForms(words)
  const warn = (reason: 'presentation-forms' | 'visual-order', expected: string, found: string) =>
    warnings.push(textFault(reason, { file, ...WHOLE }, { expected, found }))
  if (forms > 0)
    warn('presentation-forms', 'letters', `${forms} that were cut for print: no search finds them`)
  if (orderOfLetters(words) === 'visual') warn('visual-order', 'words as they are read', 'words backwards')
  return warnings
}

function machineWarnings(file: string, { machine, turns }: Gathered): readonly TextFault[] {
  if (machine === null) return []
  const warn = (reason: 'machine-made' | 'machine-unsure', expected: string, found: string) =>
    textFault(reason, { file, ...WHOLE }, { expected, found })
  const made = warn(
    'machine-made',
    'words that a person wrote down',
    `those of a machine (${machine}): nothing of it can be cited before somebody has listened`,
  )
  const doubts = turns.flatMap(({ pieces }) =>
    pieces.flatMap(({ doubt }) => (doubt === null ? [] : [doubt.kind])),
  )
  if (doubts.length === 0) return [made]
  const count = (kind: string) => doubts.filter((one) => one === kind).length
  const found = `${count('low-confidence')} stretches that it was unsure of, ${count('no-speech')} where it held that nobody spoke, ${count('repeats')} that repeat`
  return [made, warn('machine-unsure', 'words that the machine was sure of', found)]
}

function mostlyArabic(words: string): boolean {
  const letters = words.slice(0, 20_000).match(/\p{L}/gu) ?? []
  return letters.filter((letter) => rightToLeft(letter)).length * 2 > letters.length
}
