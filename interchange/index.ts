export type { Mistake } from './folder/mistake.ts'
export { readInvestigation, type FolderRead } from './folder/read-investigation.ts'
export { writeInvestigation } from './folder/write-investigation.ts'
