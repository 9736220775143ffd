/** The seed of the committed example. Another seed makes another investigation of the same shape. */
export const SEED = 'nine-lamps-1'
export const CODE = 'training'

/** The command that makes the folder again; every generated file says it at its head. */
export const COMMAND = 'node examples/generator/write.ts'

/** The date that stands on the invented reports; also the day on which consents are looked at. */
export const DATED = '2010-06-01'
