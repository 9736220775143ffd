import { diceFrom } from '@corroborate/base'
import { CALIBRATIONS, placesOf, rankHistogram } from '@corroborate/estimate'

/** `npm run calibration [share]`: rank histograms of every Bayesian method on truths from its own prior; a share of the truths for a shorter run. */
const share = Number(process.argv[2] ?? 1)
for (const calibration of CALIBRATIONS) {
  const began = process.cpuUsage()
  const { places, refused } = placesOf(
    calibration,
    diceFrom('calibration'),
    Math.ceil(calibration.truths * share),
  )
  const { counts, chiSquare, probability } = rankHistogram(places, places.length >= 400 ? 20 : 10)
  const { user, system } = process.cpuUsage(began)
  const even = places.length / counts.length
  console.log(`\n${calibration.name}`)
  console.log(
    `  ${places.length} truths, ${refused} tables refused; chi-square ${chiSquare.toFixed(1)} with ${counts.length - 1} degrees, probability ${probability.toFixed(3)}; ${((user + system) / 1e6).toFixed(1)} CPU s`,
  )
  counts.forEach((count, bin) => {
    const mark = '#'.repeat(Math.round((count / even) * 20))
    console.log(`  ${(bin / counts.length).toFixed(2)}  ${String(count).padStart(5)}  ${mark}`)
  })
  if (probability < 0.001) process.exitCode = 1
}
