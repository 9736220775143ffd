import { parseHTML } from 'linkedom'

/** A document to draw in where there is no browser. A bundler for browsers takes `document-in-browser.ts` in its place. */
export function drawingDocument(): Document {
  return parseHTML('<!doctype html><html><body></body></html>').document
}
