export { say, type Args, type Key } from './say.ts'
