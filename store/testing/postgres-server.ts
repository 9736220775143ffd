import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { makeMigrated, type Migrated } from './migrated.ts'
import { postgresBinaries, sharedFolder, unprivileged } from './postgres-binaries.ts'
import { makeTemporary } from './temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server's own database; tests make theirs beside it. */
    readonly postgres: string
    readonly migrated: Migrated
  }
}

/**
 * One PostgreSQL server for a run of the tests, which listens on a socket in a folder of its own and on no network; stores to copy; and a folder for what
 * tests write.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  makeTemporary()
  const server = await startPostgres()
  const migrated = await makeMigrated((name) => makeDatabase(server.url, name, 'template1'))
  project.provide('postgres', server.url)
  project.provide('migrated', migrated)
  return server.stop
}

export interface TestServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

export async function startPostgres(): Promise<TestServer> {
  const binaries = await postgresBinaries()
  const folder = mkdtempSync(join(sharedFolder(), 'corroborate-pg-'))
  const runner = unprivileged()
  if (runner) chownSync(folder, runner.uid, runner.gid)
  chmodSync(folder, 0o700)
  const as = { ...runner, cwd: '/', env: { PATH: '/usr/bin:/bin', TZ: 'UTC', LC_ALL: 'C' } }
  makeCluster(join(binaries, 'bin/initdb'), folder, as)
  const process = runUntilWeEnd(join(binaries, 'bin/postgres'), folder, as)
  const url = `postgres://postgres@localhost/postgres?host=${folder}`
  await answering(url, folder)
  await askPostgres(url, `create role ${KEEPER} login`)
  return {
    url,
    stop: async () => {
      const ended = once(process, 'exit')
      process.stdin?.end()
      await ended
    },
  }
}

/** Whom stores in tests belong to: no superuser, whom no policy binds. */
const KEEPER = 'keeper'

/** Makes a database of the keeper's on the server that answers here; the address of it, for the keeper. */
export async function makeDatabase(server: string, name: string, template: string): Promise<string> {
  await askPostgres(server, `create database ${name} template ${template} owner ${KEEPER}`)
  return server.replace('//postgres@', `//${KEEPER}@`).replace('/postgres?', `/${name}?`)
}

export async function askPostgres(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

interface As {
  readonly uid?: number
  readonly gid?: number
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

/** Ordered by the customs of English, so that a query that leaves its order to the database is found out. */
function makeCluster(initdb: string, folder: string, as: As): void {
  const made = spawnSync(
    initdb,
    [
      ['-D', join(folder, 'data')],
      ['-U', 'postgres', '-A', 'trust'],
      ['--no-sync', '--no-instructions', '--encoding=UTF8'],
      ['--locale=C', '--locale-provider=icu', '--icu-locale=en'],
    ].flat(),
    { ...as, encoding: 'utf8' },
  )
  if (made.status === 0) return
  rmSync(folder, { recursive: true, force: true })
  throw new Error(`initdb failed: ${made.stderr}${made.error?.message ?? ''}`)
}

/**
 * The shell stops the server and removes its folder when its standard input closes, which happens however we end: nothing
 * is left behind.
 */
function runUntilWeEnd(postgres: string, folder: string, as: As): ChildProcess {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'full_page_writes=off',
    'max_connections=200',
    'shared_buffers=32MB',
  ]
  const script =
    '"$@" >"$0/log" 2>&1 & server=$!; cat >/dev/null; kill -INT $server; wait $server; rm -rf "$0"'
  const command = [postgres, '-D', join(folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])]
  return spawn('/bin/sh', ['-c', script, folder, ...command], { ...as, stdio: ['pipe', 'ignore', 'ignore'] })
}

async function answering(url: string, folder: string): Promise<void> {
  const until = Date.now() + 30_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > until) {
        const log = readFileSync(join(folder, 'log'), 'utf8')
        throw new Error(`the PostgreSQL test server does not answer; its log says: ${log}`, { cause: error })
      }
      await after(50)
    }
  }
}
