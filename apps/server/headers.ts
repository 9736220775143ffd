import { secureHeaders } from 'hono/secure-headers'
import type { MiddlewareHandler } from 'hono'

/**
 * The headers of every answer, refusals and files included. Nothing is loaded from elsewhere and nothing inline runs:
 * words that a witness said, shown in a page, cannot become a script there.
 * @see docs/decisions/0042-what-the-browser-may-do.md
 */
export function guardedHeaders(origin: { readonly https: boolean }): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      // A recording is fetched by a post, which the chain of custody keeps, and played from the memory of the page.
      mediaSrc: ['blob:'],
      connectSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xContentTypeOptions: 'nosniff',
    xFrameOptions: 'DENY',
    // On plain http the header means nothing; behind TLS it keeps the next visit on TLS.
    strictTransportSecurity: origin.https ? 'max-age=31536000' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  })
}
