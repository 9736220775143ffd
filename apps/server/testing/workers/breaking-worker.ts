/** Breaks on its first line. */
throw new Error('a worker that breaks, for a test')
