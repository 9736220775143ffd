import type { ServerType } from '@hono/node-server'
import { randomBytes } from 'node:crypto'
import { ok, refuse, type MemberId, type Outcome } from '@corroborate/base'
import { makeMemory, type Desk, type Operator } from '@corroborate/casework'
import { openStore, type Store, type StoreRefusal, type Where } from '@corroborate/store'
import { makeApp } from './app.ts'
import { openFiles, type FilesAsked, type FilesRefusal, type OpenFiles } from './exhibits/open-files.ts'
import { startFixity } from './jobs/start-fixity.ts'
import { startJobs } from './jobs/start-jobs.ts'
import type { Jobs } from './jobs/work-off.ts'
import { startLinkages } from './jobs/start-linkages.ts'
import { startSigning } from './jobs/start-signing.ts'
import {
  openSigning,
  type OpenSigning,
  type SigningAsked,
  type SigningRefusal,
} from './ledger/open-signing.ts'
import { listenOn, type ListenRefusal } from './listen-on.ts'
import type { Parts } from './parts.ts'
import { addressOf, loopbackOrigin, originAt } from './same-origin.ts'
import { publicFiles, servedFolder } from './static-files.ts'

export interface ServeAsked {
  readonly where: Where
  /** The key that signs the ledger; null signs nothing. Where another process signs already, this one serves and does not sign. */
  readonly signing: SigningAsked | null
  /** Where the files of exhibits lie; null keeps none. */
  readonly files: FilesAsked | null
  /** 0 takes any free one. */
  readonly port: number
  /** Where to listen. Anything but this machine's own names needs `origin`: passwords do not travel in the clear. */
  readonly host: string
  /** Under which address a proxy with TLS serves us: `https://desk.example.org`. Null where readers sit at this machine. */
  readonly origin: string | null
  /** The folder of the built desk. */
  readonly deskFolder: string
  /** Name and version of the program, printed with every estimate. */
  readonly software: string
  /** Told of errors that are ours. */
  readonly report: (error: unknown) => void
}

export interface Serving {
  /** `http://localhost:4600`. */
  readonly address: string
  readonly store: Store
  /** A desk in the store that is being served, for whoever started it: imports and sign-in links are acts too. */
  readonly deskOf: (member: MemberId | Operator) => Desk
  /** Answers what was asked already, then lets go of the port and of the store. */
  readonly close: () => Promise<void>
  /** Kept when all is closed: by `close`, or by a signal. */
  readonly closed: Promise<void>
}

export type ServeRefusal = StoreRefusal | SigningRefusal | FilesRefusal | ListenRefusal | 'needs-tls'

/** How long an answer that was begun may take when the server is asked to stop. */
const PATIENCE_MS = 10_000

/**
 * Opens the store and serves it until it is closed or the process is asked to stop (SIGTERM, SIGINT). Refuses with a
 * sentence that says what to do; then nothing is left open.
 */
export async function serve(asked: ServeAsked): Promise<Outcome<Serving, ServeRefusal>> {
  if (!isLoopback(asked.host) && originAt(asked.origin ?? '')?.https !== true)
    return refuse(
      'needs-tls',
      `Listening on ${asked.host} lets other machines in. Put a proxy with TLS before it and give its address, such as https://desk.example.org.`,
    )
  const opened = await openStore(asked.where)
  if (!opened.ok) return opened
  const store = opened.value
  const kept = await openBeside(asked, store)
  const listening = kept.ok ? await listen(asked, { store, ...kept.value }) : kept
  if (listening.ok) return listening
  if (kept.ok) letGo(kept.value)
  await store.close()
  return listening
}

/** What is open beside the store. */
interface Beside {
  readonly signing: OpenSigning | null
  readonly held: OpenFiles | null
}

async function openBeside(
  asked: ServeAsked,
  store: Store,
): Promise<Outcome<Beside, SigningRefusal | FilesRefusal>> {
  const signing = await signingFor(asked)
  if (!signing.ok) return signing
  const held = asked.files ? await openFiles(asked.files, { store, random: randomBytes }) : ok(null)
  if (held.ok) return ok({ signing: signing.value, held: held.value })
  signing.value?.release()
  return held
}

function letGo({ signing, held }: Beside): void {
  signing?.release()
  held?.release()
}

/** Several processes serve one PostgreSQL, and one of them signs. */
async function signingFor(asked: ServeAsked): Promise<Outcome<OpenSigning | null, SigningRefusal>> {
  if (asked.signing === null) return ok(null)
  const opened = await openSigning(asked.signing, randomBytes)
  return !opened.ok && opened.reason === 'signing-in-use' && asked.where.kind === 'postgres'
    ? ok(null)
    : opened
}

async function listen(
  asked: ServeAsked,
  { store, signing, held }: Beside & { readonly store: Store },
): Promise<Outcome<Serving, ServeRefusal>> {
  const desk = { store, clock: Date.now, random: randomBytes, software: asked.software }
  const files = { deskFiles: await servedFolder(asked.deskFolder), publicFiles: await publicFiles() }
  const originOn = (port: number) => originAt(asked.origin ?? '') ?? loopbackOrigin(port)
  const parts: Omit<Parts, 'origin'> = {
    ...desk,
    ...files,
    memory: makeMemory(),
    report: asked.report,
    signing: signing?.signing ?? null,
    authorities: signing?.authorities ?? [],
    quorum: signing?.policy?.quorum ?? null,
    files: held?.files ?? null,
  }
  const listening = await listenOn(asked, (port) => makeApp({ ...parts, origin: originOn(port) }))
  if (!listening.ok) return listening
  const { server, port } = listening.value
  const jobs = [startJobs, startLinkages].map((start) => start({ ...desk, store, report: asked.report }))
  if (signing) jobs.push(startSigning({ ...desk, ...signing, report: asked.report }))
  if (held) jobs.push(startFixity({ ...desk, files: held.files, report: asked.report }))
  const stopping = stopOnce(server, { jobs, signing, held, store })
  return ok({
    address: addressOf(originOn(port)),
    store,
    deskOf: (member) => ({ ...desk, member, provedAt: Date.now() }),
    ...stopping,
  })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * Stops once, whoever asks first: the caller or a signal. A second signal (a terminal sends Ctrl-C to the launcher and to us)
 * does not cut short what the first began.
 */
function stopOnce(server: ServerType, kept: Kept): Pick<Serving, 'close' | 'closed'> {
  const { promise: closed, resolve, reject } = Promise.withResolvers<undefined>()
  let asked = false
  const close = () => {
    if (!asked) {
      asked = true
      stop(server, kept)
        .finally(() => process.off('SIGTERM', onSignal).off('SIGINT', onSignal))
        .then(() => resolve(undefined), reject)
    }
    return closed
  }
  const onSignal = () => void close()
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal)
  return { close, closed }
}

/** What is open behind the port. */
interface Kept extends Beside {
  readonly jobs: readonly Jobs[]
  readonly store: Store
}

async function stop(server: ServerType, { jobs, store, ...beside }: Kept): Promise<void> {
  const patience = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    PATIENCE_MS,
  )
  await new Promise<void>((settle) => {
    server.close(() => settle())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
  clearTimeout(patience)
  await Promise.all(jobs.map((job) => job.stop()))
  letGo(beside)
  await store.close()
}
