import { readFile } from 'node:fs/promises'
import start, { TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import { fontFiles } from '../assets.ts'

/** Files by their absolute paths in a world of their own: the compiler sees no disk and no network. */
export type TypstFiles = ReadonlyMap<string, Uint8Array>

let compiler: Promise<TypstCompiler> | null = null

/**
 * A document set by Typst as PDF bytes. The compiler is started once (about 0.2 s) and kept; its files are not.
 * Throws Typst's own message when the template is wrong: data cannot make it so.
 */
export async function typeset(main: string, files: TypstFiles): Promise<Uint8Array> {
  compiler ??= startCompiler()
  const typst = await compiler
  typst.reset_shadow()
  for (const [path, bytes] of files) typst.map_shadow(path, bytes)
  // One line per fault, as "main.typ:2:9-3:15: error: …".
  const answer: unknown = typst.compile(main, null, 'pdf', UNIX_DIAGNOSTICS)
  if (isPdf(answer)) return answer.result
  throw new Error(`Typst could not set ${main}: ${JSON.stringify(answer)}`)
}

const UNIX_DIAGNOSTICS = 2

async function startCompiler(): Promise<TypstCompiler> {
  const wasm = await readFile(new URL(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')))
  await start({ module_or_path: wasm })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const bytes of fontFiles().values()) await builder.add_raw_font(bytes)
  return builder.build()
}

function isPdf(answer: unknown): answer is { readonly result: Uint8Array } {
  return (
    typeof answer === 'object' && answer !== null && 'result' in answer && answer.result instanceof Uint8Array
  )
}
