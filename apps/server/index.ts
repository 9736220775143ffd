export { makeApp } from './app.ts'
export type { Parts } from './parts.ts'
export { loopbackOrigin, originAt, type Origin } from './same-origin.ts'
export { serve, type ServeAsked, type ServeRefusal, type Serving } from './serve.ts'
