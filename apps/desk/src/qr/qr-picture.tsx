import styles from '../styles/account.module.css'
import { qrCode } from './qr-code.ts'

/** The light border that a reader needs, in squares. */
const BORDER = 4

interface QrPictureProps {
  /** What it says; where that is too long, the next. */
  readonly texts: readonly string[]
  /** What it is, for who cannot see it. */
  readonly label: string
}

/** A text to be photographed by another device; nothing where all of them are too long for that. */
export function QrPicture({ texts, label }: QrPictureProps) {
  const rows = texts.reduce<ReturnType<typeof qrCode>>((found, text) => found ?? qrCode(text), null)
  if (rows === null) return null
  const side = rows.length + 2 * BORDER
  const path = rows.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x + BORDER} ${y + BORDER}h1v1h-1z` : '')),
  )
  return (
    <svg className={styles.qr} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <path fill="#fff" d={`M0 0h${side}v${side}h-${side}z`} />
      <path fill="#000" d={path.join('')} shapeRendering="crispEdges" />
    </svg>
  )
}
