/** What a list may hold at most. Checked while it is read, so that nothing is built that is too large to keep. */
export const LIST_LIMITS = {
  /** Ten million rows of a kilobyte. */
  bytes: 10_000_000_000,
  rows: 20_000_000,
  columns: 1_000,
  headerCharacters: 500,
  cellCharacters: 100_000,
  rowCharacters: 1_000_000,
  /** Faults that are told one by one; those after them are counted. */
  faultsTold: 1_000,
  /** What parts of a workbook may unfold to. */
  sheetBytes: 4_000_000_000,
  partBytes: 64_000_000,
  stringBytes: 1_000_000_000,
  /** Excel's own. */
  sheetRows: 1_048_576,
} as const
