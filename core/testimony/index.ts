export * from './interview.ts'
export * from './passage.ts'
export * from './source.ts'
export * from './text.ts'
