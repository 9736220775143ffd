/** What a file of testimony may hold at most. Checked before the work is done, or while the file is read. */
export const TEXT_LIMITS = {
  /** A PDF of scanned pages is large; its words are few. */
  fileBytes: 256_000_000,
  /** A file that is words and nothing else. */
  plainBytes: 64_000_000,
  /** What a part of a document may unfold to. */
  partBytes: 128_000_000,
  /** UTF-16 units of one text: some forty hours of speech. */
  characters: 2_000_000,
  turns: 50_000,
  /** Stretches with a time of their own: what a recording of that length is cut into. */
  pieces: 200_000,
  paragraphs: 200_000,
  pages: 5_000,
  speakerCharacters: 80,
  /** Warnings that are told one by one; those after them are counted. */
  warningsTold: 50,
} as const
