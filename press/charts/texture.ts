import { ACCENT, TINT } from './ink.ts'

type Texture = 'solid' | 'diagonal' | 'dots' | 'lines'
const TEXTURES: readonly Texture[] = ['solid', 'diagonal', 'dots', 'lines']

/** What a period is filled with: the same in every chart, and told apart on a black-and-white print too. */
export function textureFill(chart: string, period: number): string {
  const texture = textureOf(period)
  return texture === 'solid' ? ACCENT : `url(#${chart}-${texture})`
}

/** The definitions that the fills of one drawing point to, and no other. `chart` is unique on the page. */
export function textureDefinitions(chart: string, drawing: string): string {
  const used = TEXTURES.filter((texture) => drawing.includes(`url(#${chart}-${texture})`))
  if (used.length === 0) return ''
  return `<defs>${used.map((texture) => definition(`${chart}-${texture}`, texture)).join('')}</defs>`
}

function textureOf(period: number): Texture {
  return TEXTURES[period % TEXTURES.length] ?? 'solid'
}

function definition(id: string, texture: Texture): string {
  const ground = `<rect width="6" height="6" fill="${TINT}"/>`
  return `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse">${ground}${STROKES[texture]}</pattern>`
}

const STROKES: Readonly<Record<Texture, string>> = {
  solid: '',
  diagonal: `<path d="M-1,1L1,-1M0,6L6,0M5,7L7,5" stroke="${ACCENT}" stroke-width="1.6"/>`,
  dots: `<circle cx="1.5" cy="1.5" r="1.1" fill="${ACCENT}"/><circle cx="4.5" cy="4.5" r="1.1" fill="${ACCENT}"/>`,
  lines: `<path d="M0,1.5H6M0,4.5H6" stroke="${ACCENT}" stroke-width="1.2"/>`,
}
