export * from './estimate.ts'
export * from './pattern-request.ts'
