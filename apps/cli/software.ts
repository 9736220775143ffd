import manifest from '../../package.json' with { type: 'json' }

/** Name and version, as they stand in every estimate that this program computes. */
export const SOFTWARE = `${manifest.name} ${manifest.version}`
