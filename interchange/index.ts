export { readInvestigation, type FolderRead } from './folder/read-investigation.ts'
export type { Mistake } from './folder/mistake.ts'
