import { Link } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'

/** To those who may open what is sealed, and to what was asked of them. */
export function CustodiansLink() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  return (
    <Link to="/i/$investigation/custodians" params={{ investigation }}>
      {say('seal.custodians')}
    </Link>
  )
}
