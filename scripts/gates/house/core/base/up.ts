import { above } from '../testimony/above.ts'
export const up = above
