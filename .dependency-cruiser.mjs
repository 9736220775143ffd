/**
 * The house: imports point one way only, circles none, one door for each folder (DESIGN.md, section 3; docs/decisions).
 * apps -> casework -> press, interchange, store -> vault -> core/report -> core/{findings, estimate, disclosure, search}
 *      -> core/{claims, linkage} -> core/{testimony, ledger} -> core/base
 */
const floors = [
  ['core/base'],
  ['core/testimony', 'core/ledger', 'words'],
  ['core/claims', 'core/linkage'],
  ['core/findings', 'core/estimate', 'core/disclosure', 'core/search'],
  ['core/report'],
  ['vault'],
  ['press', 'interchange', 'store'],
  ['casework'],
  ['apps'],
]

const upward = floors.flatMap((rooms, floor) =>
  rooms.map((room) => ({
    name: `up-from-${room.replace('/', '-')}`,
    comment: 'Imports point down the house, never up or sideways between rooms of one floor.',
    severity: 'error',
    from: { path: `^${room}/`, pathNot: '[.]test[.]tsx?$|/testing/' },
    to: {
      path: [...floors.slice(floor + 1).flat(), ...rooms.filter((other) => other !== room)].map(
        (other) => `^${other}/`,
      ),
    },
  })),
)

export default {
  forbidden: [
    ...upward.filter((rule) => rule.to.path.length > 0),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'one-door',
      comment: 'A folder is entered by its index.ts, and nobody inside it goes round through the door.',
      severity: 'error',
      from: { path: '^(core/[^/]+|words|casework|store|vault|interchange|press)/' },
      to: { path: '^$1/index[.]ts$' },
    },
    {
      name: 'one-door-of-sealing',
      comment: 'What the browser runs of the vault has a door of its own.',
      severity: 'error',
      from: { path: '^vault/sealing/' },
      to: { path: '^vault/(index|sealing/index)[.]ts$' },
    },
    {
      name: 'pure-core',
      comment: 'core, interchange and the cryptographic half of the vault run in the browser too.',
      severity: 'error',
      from: { path: '^(core|interchange|vault/sealing)/', pathNot: '[.]test[.]ts$|/testing/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'desk-sees-only-shapes',
      comment: 'The desk knows the server by the shapes of its answers, and the core by its doors.',
      severity: 'error',
      from: { path: '^apps/desk/src' },
      to: { path: '^(apps/(server/(?!api[.]ts)|cli)|casework|store|vault/(?!sealing/))' },
    },
    { name: 'found', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '[.](css|json)$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/|scripts/gates' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
