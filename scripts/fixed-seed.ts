import { fc } from '@fast-check/vitest'

/** Laws are tried on the same inputs everywhere, so that a build that was green is green; another seed here tries others. */
fc.configureGlobal({ seed: 20170207 })
