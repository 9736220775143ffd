import type { Answered, Watch } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import { latentClass, type LatentClassAnswer } from './latent-class.ts'
import { LATENT_CLASS_SETTINGS, type LatentClassSettings } from './latent-class-settings.ts'

/** One other prior, and what the model says under it. */
export interface OtherPrior {
  readonly prior: Pick<LatentClassSettings, 'classes' | 'concentration'>
  readonly answer: Answered<LatentClassAnswer>
}

/** Numbers of classes: the reference's own variation on kosovo. */
const CLASSES = [2, 5, 10, 15, 20] as const
/** Shape and rate of the concentration: the paper's, one that leans to few classes (Gutreuter's 0.025), one to many, one that holds it near 1. */
const CONCENTRATIONS = [
  { shape: 0.025, rate: 0.025 },
  { shape: 1, rate: 0.25 },
  { shape: 10, rate: 10 },
] as const

/**
 * The same table under other priors: what K and the concentration decide, and what the data. Each run has the same seed and its own chains.
 * @param settings what is varied around; its own prior is not run again unless it stands among the others
 */
export function varyClassPrior(
  overlap: Overlap,
  seed: string,
  settings: LatentClassSettings = LATENT_CLASS_SETTINGS,
  watch: Watch = () => undefined,
): readonly OtherPrior[] {
  const { concentration, classes } = settings
  const priors = [
    ...CLASSES.map((number) => ({ classes: number, concentration })),
    ...CONCENTRATIONS.map((other) => ({ classes, concentration: other })),
  ]
  return priors.map((prior, at) => ({
    prior,
    answer: latentClass(overlap, seed, { ...settings, ...prior }, (share) => {
      watch((at + share) / priors.length)
    }),
  }))
}
