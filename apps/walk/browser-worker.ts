import { tellStudy, type StudyInput, type StudyTold } from '@corroborate/estimate'

/** A worker of the browser that makes the study it is sent: what is bundled and run to compare its bytes with Node's. */
addEventListener('message', ({ data }: MessageEvent<StudyInput>) => {
  tellStudy(data, (told: StudyTold) => postMessage(told))
})
