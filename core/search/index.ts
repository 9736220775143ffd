export {
  FOUND_KINDS,
  readDocuments,
  writeDocuments,
  type FoundKind,
  type IndexedDocument,
} from './documents.ts'
export {
  columnsOf,
  documentIn,
  NONE,
  type FoundColumns,
  type FoundDocument,
  type FoundOnShelf,
} from './found-columns.ts'
export { excerptOf, type Excerpt, type MarkedPiece } from './marked-words.ts'
export { formsIn, matchShelf, type Shelf, type ShelfMatch, type Sought, type SoughtAll } from './match.ts'
export type { Narrowing, SearchAsked } from './narrowing.ts'
export { parseQuery, type Query, type QueryFault } from './parse-query.ts'
export { SHELF_SIZE, writePostings, type Posting } from './postings.ts'
export { ranked } from './rank.ts'
export { formsNeeded, resolveQuery, type FormRef, type FormsFound } from './resolve-query.ts'
export { soundsOf } from './sounds-of.ts'
export { stemOf } from './stem/stem-of.ts'
export { wordReader, type FoundWord } from './words-of.ts'
