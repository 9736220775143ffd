import { digestOf } from '@corroborate/base'
import { givenFileOf, readQdpx, type Counting } from '@corroborate/interchange'

/** A file of another program, and how somebody says that it counts. */
export interface ProjectAsked {
  readonly file: File
  readonly counting: Counting | null
}

/** Reads the project that it is sent, beside the page. Nothing of it leaves the machine. */
addEventListener('message', ({ data }: MessageEvent<ProjectAsked>) => {
  read(data).then(
    (prepared) => postMessage({ prepared }),
    (error: unknown) => postMessage({ failed: String(error) }),
  )
})

async function read({ file, counting }: ProjectAsked) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { read: await readQdpx(givenFileOf(file.name, bytes), counting), sha256: digestOf(bytes) }
}
