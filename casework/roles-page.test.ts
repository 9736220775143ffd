import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { admits, MEMBER_ROLES, readsContent } from './permission.ts'
import { rolesPage } from './roles-page.ts'

test('docs/roles.md is what the code says (node casework/print-roles.ts prints it again)', () => {
  expect(readFileSync(new URL('../docs/roles.md', import.meta.url), 'utf8')).toBe(rolesPage())
})

test('who administers reads nothing, and who is nobody does nothing', () => {
  expect(readsContent(['administrator'])).toBe(false)
  for (const permission of ['administrator-anywhere', 'any-member', MEMBER_ROLES] as const)
    expect(admits(permission, { member: null, roles: [] })).toBe(false)
})

test('the operator is admitted to what an administrator does, and to no act on content', () => {
  const operator = { member: 'operator', roles: [] } as const
  expect(admits('administrator-anywhere', operator)).toBe(true)
  expect(admits(['administrator'], operator)).toBe(true)
  expect(admits('any-member', operator)).toBe(false)
  for (const role of MEMBER_ROLES.filter((one) => one !== 'administrator'))
    expect(admits([role], operator)).toBe(false)
})
