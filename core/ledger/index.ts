export * from './commitment.ts'
export * from './entry.ts'
export * from './verify-chain.ts'
