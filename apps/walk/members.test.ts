import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import { enrolMember, grantRole } from '@corroborate/casework'
import type { Args, Key } from '@corroborate/words'
import { houseServed, type Sitting } from './house-served.ts'
import { expectWhole } from './whole.ts'

const served = houseServed()

const WIDE = { locale: 'en', width: 1280 } as const
const NARROW = { locale: 'ar', width: 390 } as const

async function press({ page, words }: Sitting, key: Key, args?: Args): Promise<void> {
  await page.getByRole('button', { name: words(key, args), exact: true }).click()
}

async function expectStill(sitting: Sitting, name: string): Promise<void> {
  await sitting.settled()
  await expectWhole(sitting, name)
}

/** Somebody who comes in first, and administers from then on: a link to one of two administrators would wait. */
async function keeper(name: string, asked: typeof WIDE | typeof NARROW): Promise<Sitting> {
  const { operator, investigation } = served.house()
  const member = valueOf(await enrolMember(operator, { name }))
  const sitting = await served.sit(member, asked)
  valueOf(await grantRole(operator, { investigation, member, role: 'administrator' }))
  return sitting
}

test('one administrator enrols somebody and makes their link, another lets it go; they come in, get a role, and are a member no more', async () => {
  const name = 'N. Newcomer'
  const one = await keeper('A. Keeper', WIDE)
  const other = await keeper('B. Keeper', NARROW)

  await one.visit('/')
  await expectStill(one, 'desk-front')
  await one.page.getByRole('link', { name: one.words('members.to.link') }).click()
  await press(one, 'members.enrol')
  await one.page.getByLabel(one.words('members.enrol.name')).fill(name)
  await press(one, 'members.enrol')
  await one.page.getByRole('heading', { name, level: 1 }).waitFor()
  await press(one, 'member.send.make')
  await one.page.getByText(one.words('member.send.once')).waitFor()
  await expectStill(one, 'link-made')
  const link = new URL((await one.page.locator('p[translate=no]').textContent()) ?? '')

  const newcomer = await served.window(NARROW)
  const follow = async () => {
    await newcomer.visit(link.pathname + link.search)
    await newcomer.page.getByRole('button').click()
  }
  await follow()
  await newcomer.settled()
  expect(new URL(newcomer.page.url()).pathname).toBe('/sign-in')
  await other.visit('/members')
  await expectStill(other, 'link-waits')
  await press(other, 'members.link.let-go.which', { name })
  await other.page.getByText(other.words('members.link.stand.let-go')).waitFor()
  await follow()
  await newcomer.page.getByText(newcomer.words('desk.investigations.none')).waitFor()

  await press(one, 'member.role.give')
  await expectStill(one, 'role-given')
  await press(one, 'member.role.give')
  const code = (await one.page.locator('small .code').first().textContent()) ?? ''
  await one.page
    .getByRole('button', {
      name: one.words('member.role.take.which', { role: one.words('member-role.researcher'), code }),
    })
    .waitFor()
  await newcomer.visit(`/i/${served.house().investigation}/team`)
  await newcomer.page.getByRole('cell', { name }).waitFor()
  await expectStill(newcomer, 'team')

  await other.visit(new URL(one.page.url()).pathname)
  await expectStill(other, 'member')
  await press(one, 'member.end')
  await one.page.getByText(one.words('member.end.sure', { name })).click()
  await press(one, 'member.end.do')
  await one.page.getByText(one.words('members.ended'), { exact: true }).waitFor()
  await expectStill(one, 'ended')
  await one.visit('/members')
  await expectStill(one, 'past-members')
  await newcomer.visit('/')
  await newcomer.page.getByRole('heading', { name: newcomer.words('sign-in'), exact: true }).waitFor()
  expect([...one.complaints, ...other.complaints]).toEqual([])
}, 180_000)
