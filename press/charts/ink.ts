/** Colours of everything that is printed; each pair that carries text has a contrast of 4.5 or more on white paper. */
export const INK = '#1c1b1a'
export const MUTED = '#6b675f'
export const HAIRLINE = '#d8d4cb'
export const ACCENT = '#0f4c5c'
export const TINT = '#e3ecee'
/** Only for what contradicts. */
export const WARM = '#9a3b26'
export const TYPEFACES = "'Source Serif 4', 'Noto Naskh Arabic', Georgia, serif"
