export * from './finding.ts'
export * from './standing.ts'
