export type * from './shapes.ts'
export { act, done, NOT_FOUND, type Act, type Done } from './act.ts'
export type { Desk, InInvestigation, Operator } from './desk.ts'
export { MEMBER_ROLES, type MemberRole, type Permission } from './permission.ts'
