import { digestOf } from '@corroborate/base'
import type { Desk } from './desk.ts'

/** A secret that lets somebody in, and all that is kept of it. */
export interface FreshPass {
  /** 256 random bits as base64url: shown once, to its bearer. */
  readonly secret: string
  readonly hash: string
}

const SECRET_BYTES = 32

export function freshPass(desk: Desk): FreshPass {
  const secret = Buffer.from(desk.random(SECRET_BYTES)).toString('base64url')
  return { secret, hash: hashOfPass(secret) }
}

/** SHA-256 without a salt is enough for 256 random bits: there is no dictionary of them. */
export function hashOfPass(secret: string): string {
  return digestOf(secret)
}
