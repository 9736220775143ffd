export * from './assessment.ts'
export * from './investigation.ts'
export * from './report.ts'
export * from './resolved.ts'
