import { join } from 'node:path'
import { issueSignInLink } from '@corroborate/casework'
import { valueOf } from '@corroborate/base'
import { serve, type Serving } from '@corroborate/server'
import { askedServe, project, type AskedServe } from './asked-store.ts'
import type { Serve } from './command-line.ts'
import { takeInExamples } from './examples.ts'
import { failureInWords } from './failure.ts'
import { firstMember } from './first-member.ts'
import { SOFTWARE } from './software.ts'

/** Serves the desk and the public pages on this machine until it is asked to stop. */
export async function serveDesk(asked: Serve): Promise<number> {
  const named = await askedServe(asked)
  if (!named.ok) return refused(named.detail)
  const serving = await serve({
    where: named.value.where,
    signing: named.value.signing,
    files: named.value.files,
    port: asked.port,
    host: '127.0.0.1',
    origin: null,
    deskFolder: join(project, 'apps/desk/dist'),
    software: SOFTWARE,
    report: (error) => console.error(failureInWords(error)),
  })
  if (!serving.ok) return refused(serving.detail)
  await welcome(serving.value, named.value)
  await serving.value.closed
  console.log('Stopped.')
  return 0
}

async function welcome(
  serving: Serving,
  { inWords, passphraseBeside, signing, files }: AskedServe,
): Promise<void> {
  const member = await firstMember(serving.store)
  await takeInExamples(serving.deskOf(member.id), join(project, 'examples'), (line) => console.log(line))
  const link = valueOf(await issueSignInLink(serving.deskOf('operator'), { member: member.id }))
  console.log(`
Corroborate is at   ${serving.address}
Sign in once, here  ${serving.address}/sign-in?token=${link.token}
                    (${link.releases === 0 ? 'within 15 minutes; start again for another link' : `once ${link.releases} administrators have let it go, within a day`})
Public pages        ${serving.address}/public
The store           ${inWords}
Its exhibits        ${files.bucket?.url ?? files.folder}
The ledger's key    ${signing.folder}
                    Keep a copy apart from the store's backups: it knows what was signed last.${passphraseBeside === null ? '' : passphraseWarning(passphraseBeside)}

Stop with Ctrl-C.`)
}

function passphraseWarning(file: string): string {
  return `
Its passphrase      ${file}
                    Move that file off this machine: who takes the disk now takes both.
                    Afterwards start with --passphrase-file, or CORROBORATE_PASSPHRASE.`
}

function refused(sentence: string): number {
  console.error(sentence)
  return 1
}
