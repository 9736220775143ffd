export { makeApp } from './app.ts'
export { askAuthority, stampHead } from './time-stamps/ask-authorities.ts'
export { filesOfDesk, filesThatDiffer, manifestOf } from './desk-from-disk/desk-manifest.ts'
export { serveLocalDesk } from './desk-from-disk/serve-local-desk.ts'
export { openSigning } from './ledger/open-signing.ts'
export {
  filesToBackUp,
  openFiles,
  type FilesAsked,
  type FilesRefusal,
  type OpenFiles,
} from './exhibits/open-files.ts'
export { orphansInWords } from './jobs/start-fixity.ts'
export { scoreInThreads } from './jobs/score-in-threads.ts'
export { linkageSettingsShape } from './linkage-shapes.ts'
export type { Parts } from './parts.ts'
export { loopbackOrigin, originAt, type Origin } from './same-origin.ts'
export { serve, type ServeAsked, type ServeRefusal, type Serving } from './serve.ts'
export { serveWitness, type WitnessAsked, type Witnessing } from './witness/serve-witness.ts'
