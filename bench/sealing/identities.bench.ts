import { valueOf } from '@corroborate/base'
import { openValue, sealValue } from '@corroborate/vault/sealing'
import { contextBy, expecting, person, receiversOf, trustOf } from '../../vault/sealing/testing/team.ts'

/** Sealing and opening 1,000 identities for five recipients. Aim: under 2 s each. */
const COUNT = 1_000
const people = await Promise.all(['amal', 'basma', 'chidi', 'dina', 'emre'].map(person))
const [amal, basma] = people
if (!amal || !basma) throw new Error('nobody is there')
const trusted = await trustOf(basma, amal)
const recipients = receiversOf(...people)

let [begun, cpu] = [performance.now(), process.cpuUsage()]
const sealed = []
for (let i = 0; i < COUNT; i++)
  sealed.push(
    valueOf(
      await sealValue(`Invented ${i}`, contextBy(amal, { record: `s${i}` }), {
        author: amal.author,
        recipients,
      }),
    ),
  )
say('sealed')
;[begun, cpu] = [performance.now(), process.cpuUsage()]
for (const [i, one] of sealed.entries()) {
  const opened = await openValue(one, expecting(people, { record: `s${i}` }), { trusted, keys: basma.keys })
  if (!opened.ok) throw new Error(opened.detail)
}
say('opened')

function say(what: string): void {
  const used = process.cpuUsage(cpu)
  const seconds = (performance.now() - begun) / 1_000
  console.log(
    `  ${COUNT} ${what}: ${seconds.toFixed(2)} s (${((used.user + used.system) / 1e6).toFixed(2)} s of CPU)`,
  )
}
