export * from './key-file.ts'
export * from './passphrase.ts'
export * from './store-key.ts'
export * from './write-durably.ts'
