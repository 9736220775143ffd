import { readFileSync } from 'node:fs'

/** The typefaces of page and PDF, as they lie in their packages (SIL Open Font License). */
const FONTS: Readonly<Record<string, string>> = {
  'source-serif-4-400.ttf': 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'source-serif-4-400-italic.ttf': 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'source-serif-4-600.ttf': 'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'noto-naskh-arabic-400.ttf': 'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  'noto-naskh-arabic-600.ttf': 'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold.ttf',
}

/** The typefaces by the names under which the style sheet asks for them. Throws when a package is not installed. */
export function fontFiles(): ReadonlyMap<string, Uint8Array> {
  return new Map(
    Object.entries(FONTS).map(([name, path]) => [
      name,
      readFileSync(new URL(import.meta.resolve(`@expo-google-fonts/${path}`))),
    ]),
  )
}

/** What must lie beside a report's page: `report.css`, and in `fonts/` what it asks for. Paths are relative to the page. */
export function reportAssets(): ReadonlyMap<string, Uint8Array> {
  const fonts = [...fontFiles()].map(([name, bytes]): [string, Uint8Array] => [`fonts/${name}`, bytes])
  return new Map([['report.css', readFileSync(new URL('./report.css', import.meta.url))], ...fonts])
}
