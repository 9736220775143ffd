export { permits, type Use } from './permits.ts'
export { usableClaims, type SetAside, type UsableClaims } from './usable-claims.ts'
