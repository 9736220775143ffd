import { codePointLength, freezeText, type FrozenText } from '@corroborate/testimony'

/** A text as it is kept, and the way to its positions from the units of the text as it came. */
export interface FrozenWithPositions {
  readonly frozen: FrozenText
  /** The code point of the frozen text for each unit asked; all that were asked are there. */
  readonly codePoints: ReadonlyMap<number, number>
}

/** Before these no text can be cut so that its halves freeze as the whole does: what joins the letter before it, or is a mark only at a start. */
const JOINS = /^[\p{M}\u{1160}-\u{11FF}\u{FEFF}]/u

/**
 * Freezes a text and carries positions over: line ends that became one character, marks that were taken out, letters that were composed.
 * Each stretch between two positions is frozen by itself. A position inside what becomes one character is carried to its end, and the words of the
 * selection no longer agree: its reader must look.
 */
export function freezeWithPositions(raw: string, units: Iterable<number>): FrozenWithPositions {
  const frozen = freezeText(raw)
  const plain = frozen.content === raw
  const codePoints = new Map<number, number>()
  let [last, counted] = [0, 0]
  for (const unit of [...new Set(units)].sort((a, b) => a - b)) {
    const piece = raw.slice(last, unit)
    const here = counted + codePointLength(plain ? piece : freezeText(piece).content)
    codePoints.set(unit, here)
    if (mayCut(raw, unit)) [last, counted] = [unit, here]
  }
  return { frozen, codePoints }
}

function mayCut(raw: string, unit: number): boolean {
  const [before, after] = [raw.charAt(unit - 1), raw.slice(unit, unit + 2)]
  return !(before === '\r' && after.startsWith('\n')) && !JOINS.test(after)
}
