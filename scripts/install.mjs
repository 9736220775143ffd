// What `npm start` and `npm test` need on a machine that has only Node and npm. Plain JavaScript for Node 20:
// nothing is installed yet when this runs.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const bin = join(root, 'node_modules', '.bin')
/** The Node that the project pins, whatever the machine's own is. */
export const pinnedNode = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)
export const environment = {
  ...process.env,
  // What Node made of our TypeScript is kept: a command answers in a third of the time from its second run on.
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
  PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
}

/** Installs from the lock file what is not there yet, and says what it is doing. Throws a sentence when it cannot. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Error(
      `Node 20 or newer is needed to begin (this is ${process.version}). It then brings its own.`,
    )
  if (!installedAsLocked()) {
    await withProgress('Installing what is missing (once; a minute or two)', 'npm', [
      'ci',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
  }
  if (!runs(pinnedNode)) {
    await withProgress('Fetching the pinned Node', 'npm', ['rebuild', 'node', '--foreground-scripts'])
    if (!runs(pinnedNode))
      throw new Error('The pinned Node could not be installed. Try: npm rebuild node --foreground-scripts')
  }
}

/** Builds the desk when its sources are not the ones that were built last. */
export async function ensureDesk() {
  const stamp = join(root, 'apps/desk/dist/.built-from')
  const wanted = digestOfSources(['apps/desk', 'apps/server/api.ts', 'words', 'core', 'package-lock.json'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  await withProgress('Building the desk', 'npm', ['run', '--silent', 'build:desk'])
  writeFileSync(stamp, wanted)
}

/** Runs a TypeScript file of the project with the project's own Node, in the folder the person stands in. */
export function runWithPinnedNode(file, args) {
  return run(pinnedNode, [join(root, file), ...args], { cwd: process.env.INIT_CWD ?? process.cwd() })
}

/** Runs a program of the project with its own Node first on the path; resolves with the exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    process.on('SIGINT', pass).on('SIGTERM', pass)
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass)
      resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
    })
  })
}

function installedAsLocked() {
  const [wanted, there] = ['package-lock.json', 'node_modules/.package-lock.json'].map(packagesOf)
  if (!wanted || !there) return false
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.optional ||
      entry.link ||
      there[path]?.version === entry.version,
  )
}

function packagesOf(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null
}

function runs(node) {
  return existsSync(node) && spawnSync(node, ['--version']).status === 0
}

function digestOfSources(paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((each) => filesUnder(join(root, each)))) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !['node_modules', 'dist'].includes(entry.name) && !/[.]test[.]tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)))
}

/** Runs quietly, a dot every two seconds; what it said is shown only when it fails. */
function withProgress(label, command, args) {
  return new Promise((resolve, reject) => {
    process.stderr.write(`${label} `)
    const dots = setInterval(() => process.stderr.write('.'), 2000)
    const child = spawn(command, args, { cwd: root, env: environment, shell: process.platform === 'win32' })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(dots)
      process.stderr.write(code === 0 ? ' done\n' : ' failed\n')
      if (code === 0) resolve()
      else reject(new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${said.trim()}`))
    })
  })
}
