import { cp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { valueOf } from '@corroborate/base'
import { issueSignInLink } from '@corroborate/casework'
import { serve } from '@corroborate/server'
import { temporaryFolder } from '../../store/testing/temporary.ts'
import { takeInExamples } from '../cli/examples.ts'
import { firstMember } from '../cli/first-member.ts'
import { SOFTWARE } from '../cli/software.ts'
import type { Started } from './product.ts'

const PASSPHRASE = 'invented for a test'
const project = join(import.meta.dirname, '../..')

let taken: Promise<string> | null = null

/** What the product serves after its first start, without its process: each time a copy of a store that took both examples in once. */
export async function serveExamples(): Promise<Started> {
  taken ??= takenIn()
  const folder = temporaryFolder()
  await cp(dirname(await taken), folder, { recursive: true })
  return served(join(folder, 'data'))
}

/** A data folder with both examples. */
async function takenIn(): Promise<string> {
  const { data, stop } = await served(join(temporaryFolder(), 'data'))
  await stop()
  return data
}

async function served(data: string): Promise<Started> {
  const passphrase = PASSPHRASE
  const serving = valueOf(
    await serve({
      where: { kind: 'file', folder: data, passphrase },
      signing: { folder: `${data}.ledger`, passphrase },
      files: { folder: `${data}.files`, passphrase, bucket: null },
      ...{ port: 0, host: '127.0.0.1', origin: null, software: SOFTWARE },
      deskFolder: join(project, 'apps/desk/dist'),
      report: (error) => console.error(error),
    }),
  )
  const { id: member } = await firstMember(serving.store)
  await takeInExamples(serving.deskOf(member), join(project, 'examples'), () => undefined)
  const { token } = valueOf(await issueSignInLink(serving.deskOf('operator'), { member }))
  const { address, close } = serving
  const again = async () => {
    await close()
    return served(data)
  }
  return { address, signInLink: `${address}/sign-in?token=${token}`, data, stop: close, again }
}
