import { matchesOf, plainLetters, wordsLike, type WordList } from './word-list.ts'

/**
 * English: verbs and phrases that hand a sentence to whoever said it, and words that make it the report's own certainty.
 * Verbs that also have an everyday passive ("they were asked to undress") count in the active, or with "by" after them.
 */
const NAMING_A_SPEAKER = [
  String.raw`according to`,
  String.raw`(?:said|saying|says|reported|stated|wrote|testified|alleged|alleges|asserted|claimed|recalled|recalls)`,
  String.raw`(?:recounted|remembered|described|describes|mentioned|announced|argued|argues|insisted|replied|criticised|assessed|assesses|characterised)`,
  String.raw`(?:criticized|objected|protested|disputed|estimated|concluded|concludes|considered|considers|believed|believes)`,
  String.raw`(?<!\b(?:the|these|those|all|some|other|several|member) )(?:report|state|claim|estimate)s? that`,
  String.raw`(?:writes?|holds?|thinks?|thought|held|maintains?|maintained|asserts?) that`,
  String.raw`put (?:the|its|their|this|that) (?:own )?(?:\w+ )?(?:number|figure|total|range|toll|minimum|maximum|lower|upper|count)`,
  String.raw`as (?:\S+ ){1,8}puts? it`,
  String.raw`(?:spoke|speaks|wrote|told) of`,
  String.raw`told (?:us|interviewers|researchers|reporters|journalists)`,
  String.raw`told the (?:interviewers?|researchers?|organi[sz]ation|investigation|inquiry|team|press|broadcaster|agency)`,
  String.raw`reason to (?:believe|think|doubt)`,
  String.raw`in the (?:assessment|view|account|words|opinion|judge?ment|estimate) of`,
  String.raw`in (?:its|his|her|their) (?:own )?(?:assessment|view|account|words|opinion|judge?ment|estimate)`,
  String.raw`in .{1,80}?(?:'s|s') (?:own )?(?:assessment|view|account|words|opinion|judge?ment|estimate)`,
  String.raw`(?:by|on) (?:its|his|her|their) (?:own )?account`,
]

const PASSIVE = String.raw`(?:was|were|is|are|be|been|being|got)(?: (?:not|never|also|then|often|\w+ly))? `
const ACTIVE_ONLY = [
  String.raw`(?:rejected|dismissed|accused|urged|demanded|requested|warned|published|proposed)`,
  String.raw`denied (?:that|it|this|these|those|having|any|all|the|such|similar|earlier|responsibility|knowledge)`,
  String.raw`asked (?:for|that|whether|to)`,
  String.raw`asked .{1,60}? (?:for|to)`,
  String.raw`called (?:for|on|upon|it|this|these|those|them)`,
].map((verb) => String.raw`(?<!\b${PASSIVE})${verb}`)
const WITH_BY = String.raw`${PASSIVE}(?:rejected|dismissed|denied|accused|asked|demanded|requested|published|disputed) .{0,60}?\bby`

const CERTAIN_PHRASES = [
  String.raw`we (?:found|find|hold|know|conclude|concluded|determined)`,
  String.raw`it is (?:certain|clear|a fact|beyond|known|evident|undisputed)`,
  String.raw`(?:without|beyond|no|out of|not in) (?:a |any |all |the )?(?:\w+ )?(?:doubt|question|dispute)`,
  String.raw`(?:it is|is it) (?:indeed |simply )?true`,
  String.raw`(?:the )?truth is`,
  String.raw`the (?:facts?|evidence|record) (?:shows?|proves?|speaks?|leaves?|makes?)`,
  String.raw`(?:nobody|no one|none|who) can (?:seriously )?(?:deny|dispute|doubt|question)`,
  String.raw`(?:cannot|can't|can not) (?:seriously )?be (?:denied|disputed|doubted|questioned)`,
  String.raw`(?:proof|fact) (?:that|of)`,
  String.raw`(?:has|have) been (?:shown|found) (?:to|that)`,
]
const CERTAIN_WORDS = [
  String.raw`establish(?:ed|es|ing)?`,
  String.raw`(?:proved|proven|proves|prove that|disproved)`,
  String.raw`confirm(?:ed|s|ing)?`,
  String.raw`(?:verified|verifies|corroborated|demonstrated|demonstrates|conclusively|indisputabl[ey]|undeniabl[ey])`,
  String.raw`(?:undisputed|uncontested|irrefutabl[ey]|irrefutably|incontestabl[ey]|unassailabl[ey])`,
  String.raw`(?:undoubtedly|certainly|unquestionabl[ey]|incontrovertibl[ey]|definitely|definitively)`,
]
/**
 * A denial just before the word turns it round: "have not been confirmed", "nothing proves". "Not only" does not, nor does
 * one that a comma or a "but" parts from the word: "not rumoured but proved".
 */
const DENIED =
  /(?:\b(?:not(?! only| just| merely)|never|nor|neither|cannot|without|nothing|nobody|no|none|yet to be)|n't)(?: (?!but |yet |rather )[^\s,;:.!?—–]+){0,2} $/u

const REPORTING = wordsLike([...NAMING_A_SPEAKER, ...ACTIVE_ONLY, WITH_BY])
const CERTAIN_AS_A_PHRASE = wordsLike(CERTAIN_PHRASES)
const CERTAIN_AS_A_WORD = wordsLike(CERTAIN_WORDS)

export const english: WordList = {
  normalised: (text) => plainLetters(text).toLowerCase().replaceAll('’', "'").replace(/\s+/gu, ' '),
  reporting: (text) => matchesOf(text, REPORTING),
  certain: (text) => [...matchesOf(text, CERTAIN_AS_A_PHRASE), ...matchesOf(text, CERTAIN_AS_A_WORD, DENIED)],
}
