/** The page's own document. */
export function drawingDocument(): Document {
  return document
}
