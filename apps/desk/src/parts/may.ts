import { useSuspenseQuery } from '@tanstack/react-query'
import { overviewOf } from '../api.ts'
import { useInvestigation } from './links.tsx'

const ALLOWED = {
  receive: ['researcher', 'statistician'],
  judge: ['researcher', 'reviewer', 'statistician'],
  link: ['statistician'],
  code: ['researcher', 'reviewer'],
  open: ['reviewer'],
  record: ['researcher'],
  plan: ['researcher', 'reviewer', 'legal-adviser'],
  claim: ['researcher'],
  find: ['reviewer'],
  sign: ['reviewer', 'legal-adviser'],
  qualify: ['legal-adviser'],
  'do-tasks': ['researcher', 'reviewer', 'legal-adviser', 'publisher', 'identity-custodian'],
  withdraw: ['researcher', 'identity-custodian'],
  'add-exhibits': ['researcher'],
  'link-copies': ['researcher', 'reviewer'],
  'record-custody': ['researcher', 'reviewer', 'identity-custodian'],
  seal: ['researcher', 'identity-custodian'],
  'ask-opening': ['researcher', 'reviewer', 'legal-adviser', 'identity-custodian'],
  release: ['identity-custodian'],
  package: ['publisher'],
  publish: ['publisher'],
  'approve-release': ['publisher', 'reviewer', 'legal-adviser'],
  'decide-conflicts': ['reviewer'],
} as const

/** Whether the reader may do this here. The door decides; this only leaves out buttons that it would refuse. */
export function useMay(what: keyof typeof ALLOWED): boolean {
  const { data } = useSuspenseQuery(overviewOf(useInvestigation()))
  const allowed: readonly string[] = ALLOWED[what]
  return data.card.roles.some((role) => allowed.includes(role))
}
