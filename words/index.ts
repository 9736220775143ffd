export { isKey, say, type Args, type Key } from './say.ts'
