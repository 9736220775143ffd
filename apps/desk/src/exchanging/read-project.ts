import { ok, refuse, type Outcome } from '@corroborate/base'
import type { Counting, QdaProject, QdpxRead } from '@corroborate/interchange'
import { holds } from '../api.ts'
import type { ProjectAsked } from './project-worker.ts'

/** A file of another program as it was read here. */
export interface ProjectFile {
  readonly file: File
  readonly name: string
  readonly sha256: string
  readonly project: QdaProject
  /** What of it could not be read, each in a sentence. */
  readonly found: readonly string[]
}

interface Prepared {
  readonly read: QdpxRead
  readonly sha256: string
}

/** Reads a project beside the page. */
export function readProject(file: File, counting: Counting | null): Promise<Outcome<ProjectFile>> {
  const worker = new Worker(new URL('./project-worker.ts', import.meta.url), { type: 'module' })
  const { promise, resolve } = Promise.withResolvers<Outcome<ProjectFile>>()
  worker.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (holds<{ readonly prepared: Prepared }>(data, ['prepared'])) resolve(projectIn(file, data.prepared))
    else if (holds<{ readonly failed: string }>(data, ['failed']))
      resolve(refuse('file-unreadable', data.failed))
  }
  worker.onerror = ({ message }) => resolve(refuse('file-unreadable', message))
  worker.postMessage({ file, counting } satisfies ProjectAsked)
  return promise.finally(() => worker.terminate())
}

function projectIn(file: File, { read, sha256 }: Prepared): Outcome<ProjectFile> {
  if (!read.ok) return refuse(read.fault.reason, read.fault.sentence)
  const found = read.warnings.map(({ sentence }) => sentence)
  return ok({ file, name: file.name, sha256, project: read.project, found })
}
