import { join } from 'node:path'
import { digestOf } from '@corroborate/base'
import {
  filesOfDesk,
  filesThatDiffer,
  manifestOf,
  originAt,
  serveLocalDesk,
  type Origin,
} from '@corroborate/server'
import { project } from './asked-store.ts'
import { askedToStop } from './asked-to-stop.ts'
import type { DeskCommand } from './desk-command-line.ts'

const DESK = join(project, 'apps/desk/dist')

/** The desk as it was built here: which files it has, whether a server gives out the same, and served from this disk in the server's place. */
export async function desk(asked: DeskCommand): Promise<number> {
  const files = await filesOfDesk(DESK)
  if (files.length === 0) return failed('The desk is not built here yet. Try: npm run build:desk')
  const manifest = manifestOf(files)
  if (asked.what === 'manifest') {
    process.stdout.write(manifest)
    console.error(
      `${files.length} files; the SHA-256 of these lines is ${digestOf(new TextEncoder().encode(manifest))}`,
    )
    return 0
  }
  const server = originAt(asked.server)
  if (server === null) throw new Error(`no origin in ${asked.server}`)
  return asked.what === 'check' ? check(server, asked, files) : serve(server, asked)
}

async function check(
  server: Origin,
  { server: address, json }: Extract<DeskCommand, { what: 'check' }>,
  files: Awaited<ReturnType<typeof filesOfDesk>>,
): Promise<number> {
  const others = await filesThatDiffer(server, files).catch(() => null)
  if (others === null) return failed(`${address} does not answer.`)
  if (json)
    console.log(JSON.stringify({ ok: others.length === 0, server: address, files: files.length, others }))
  else if (others.length === 0)
    console.log(`${address} gives out the desk that was built here: ${files.length} files.`)
  else {
    for (const name of others) console.log(`another, or none  ${name}`)
    console.error(
      `${address} gives out another desk: ${others.length} of ${files.length} files are not the ones that were built here. It serves another version, or another program.`,
    )
  }
  return others.length === 0 ? 0 : 1
}

async function serve(
  server: Origin,
  { server: address, port }: Extract<DeskCommand, { what: 'serve' }>,
): Promise<number> {
  const served = await serveLocalDesk({ server, deskFolder: DESK, port })
  if (!served.ok) return failed(served.detail)
  console.log(`The desk of this disk is at  ${served.value.address}
It speaks with               ${address}
A sign-in link               put ${served.value.address} in the place of ${address}
                             Passkeys are bound to the server's name: come in by a passphrase and a code.

Stop with Ctrl-C.`)
  await askedToStop()
  await served.value.close()
  return 0
}

function failed(sentence: string): number {
  console.error(sentence)
  return 2
}
