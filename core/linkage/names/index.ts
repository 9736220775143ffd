export { normaliseName } from './normalise-name.ts'
