export * from './record-table.ts'
export * from './scored.ts'
export * from './settings.ts'
