/**
 * A server in a process of its own, whose memory can be looked through. The first word is the folder of the store, the second that of the
 * files, the third that of the key that signs; then the members who are to come in. Says where it is, and a token for each of them.
 */
import { valueOf, parseId } from '@corroborate/base'
import { issueSignInLink } from '@corroborate/casework'
import { serve } from '@corroborate/server'
import { failureInWords } from '../cli/failure.ts'

const [, , folder = '', files = '', signing = '', ...asked] = process.argv
const passphrase = 'invented for a test'
const serving = valueOf(
  await serve({
    where: { kind: 'file', folder, passphrase },
    files: { folder: files, passphrase, bucket: null },
    signing: { folder: signing, passphrase },
    ...{ port: 0, host: '127.0.0.1', origin: null, deskFolder: signing, software: 'Corroborate (test)' },
    report: (error) => console.error(failureInWords(error)),
  }),
)
const tokens: string[] = []
for (const word of asked) {
  const member = parseId<'member'>(word)
  if (member === null) throw new Error('this is no member')
  tokens.push(valueOf(await issueSignInLink(serving.deskOf('operator'), { member })).token)
}
console.log(JSON.stringify({ address: serving.address, tokens }))
