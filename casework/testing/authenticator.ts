import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { PasskeySite } from '../webauthn.ts'

/** The desk at its usual address, as passkeys know it. */
export const SITE: PasskeySite = { rpId: 'localhost', origins: ['http://localhost:4600'] }

/** What a device is told by the browser, which a test can get wrong. */
interface Asked {
  readonly challenge: string
  readonly origin?: string
  readonly rpId?: string
}

/** A device with one passkey, in software: it makes and signs what WebAuthn level 3 (sections 6.1, 6.5) says, without attestation. */
export interface Authenticator {
  readonly make: (asked: Asked) => RegistrationResponseJSON
  /** `counter`: how often the device says that it has signed. */
  readonly sign: (asked: Asked & { readonly counter: number }) => AuthenticationResponseJSON
}

const PRESENT_AND_VERIFIED = 0x05
const WITH_CREDENTIAL = 0x40

export function makeAuthenticator(): Authenticator {
  const id = randomBytes(32)
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const named = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} } as const
  return {
    make: ({ challenge, origin, rpId }) => {
      const length = Buffer.from([0, id.length])
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey(x, y)])
      const data = Buffer.concat([authData(rpId, PRESENT_AND_VERIFIED | WITH_CREDENTIAL, 0), credential])
      const clientDataJSON = clientData('webauthn.create', challenge, origin)
      return {
        ...named,
        response: { clientDataJSON: text(clientDataJSON), attestationObject: text(attested(data)) },
      }
    },
    sign: ({ challenge, origin, rpId, counter }) => {
      const authenticatorData = authData(rpId, PRESENT_AND_VERIFIED, counter)
      const clientDataJSON = clientData('webauthn.get', challenge, origin)
      const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)])
      const response = {
        clientDataJSON: text(clientDataJSON),
        authenticatorData: text(authenticatorData),
        signature: text(sign('sha256', signed, privateKey)),
      }
      return { ...named, response }
    },
  }
}

function clientData(type: string, challenge: string, origin = 'http://localhost:4600'): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function authData(rpId = SITE.rpId, flags: number, counter: number): Buffer {
  const rest = Buffer.alloc(5)
  rest.writeUInt8(flags, 0)
  rest.writeUInt32BE(counter, 1)
  return Buffer.concat([sha256(Buffer.from(rpId)), rest])
}

/** CBOR {1: 2, 3: -7, -1: 1, -2: x, -3: y}: an ES256 key (RFC 9052, section 7). */
function coseKey(x: string, y: string): Buffer {
  const coordinate = (key: number, value: string) => [
    Buffer.from([key, 0x58, 32]),
    Buffer.from(value, 'base64url'),
  ]
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01])
  return Buffer.concat([head, ...coordinate(0x21, x), ...coordinate(0x22, y)])
}

/** CBOR {"fmt": "none", "attStmt": {}, "authData": data}. */
function attested(data: Buffer): Buffer {
  const word = (name: string) => Buffer.concat([Buffer.from([0x60 | name.length]), Buffer.from(name)])
  const length = Buffer.from([0x58, data.length])
  const none = [word('fmt'), word('none'), word('attStmt'), Buffer.from([0xa0])]
  return Buffer.concat([Buffer.from([0xa3]), ...none, word('authData'), length, data])
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url')
}
