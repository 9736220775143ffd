import type { Bank } from './bank.ts'

/** Experts: what they have studied, and no more. */
export const outsideEn = {
  field: {
    ask: ['What is your field?', 'On what have you worked?', 'What do you base your knowledge on?'],
    tell: [
      '[[I have studied places of detention in Qandaloria for {years} years, from outside the country.]] I have never been inside the Nine Lamps.',
      'My field is {field}. [[For {years} years I have read what comes out of the prisons of Qandaloria.]]',
      '[[My work of the last {years} years is on {field}, and the Nine Lamps is one of four prisons that I follow.]]',
      'I am an outsider, let that be clear. [[{field}: I have worked on it for {years} years.]]',
      '[[I teach {field}; for {years} years I have collected papers about detention in Qandaloria.]]',
    ],
  },
  'seals.expert': {
    ask: [
      'Who would have decided such a thing?',
      'How does the chain of orders run, in your reading?',
      'What place has the Office of Seals?',
    ],
    tell: [
      '[[In my assessment such an order could come only from the Office of Seals.]] I infer it from the decree on field courts. I have not seen an order.',
      '[[By its statute the Office of Seals receives the lists of the field courts, so I conclude that it decided.]]',
      'On paper it is plain. [[The Office of Seals stands above the Field Court; from that I infer that the lists ended there.]]',
      '[[I would expect the Office of Seals behind it, judging by three other prisons.]] That is inference and should be written as inference.',
    ],
  },
  'yard.expert': {
    ask: [
      'Have you looked at aerial pictures?',
      'Do the pictures of the site tell you anything?',
      'What can be said about the site itself?',
    ],
    tell: [
      '[[The pictures from above that I have examined show a worn track between Heron House and Weir House that was not there in 2002.]] A track says that something drove there, no more.',
      '[[In the pictures of 2004 a vehicle stands at the lower door of Weir House in two of five.]] I do not know what it carried.',
      '[[Going by the pictures, something drove between the two houses so often from the autumn of 2003 that no grass grew there.]]',
    ],
  },
  'practice.expert': {
    ask: [
      'Is such a practice known from elsewhere?',
      'Does what you have heard fit what you know?',
      'How would you read the accounts?',
    ],
    tell: [
      '[[Night removals after short hearings fit what I know of field courts.]] To fit is not to be proved.',
      '[[What former prisoners have said in public agrees with how such houses are run, in my opinion.]]',
      '[[As an expert I find the described order of lamps, lists and lorry plausible.]] I was not asked by anybody to say so.',
      'I am careful here. [[The accounts are consistent with one another, and I know of no other explanation that covers them all.]] But I have read them, not heard them.',
    ],
  },
  'families.expert': {
    ask: [
      'What do you know about the families?',
      'Were relatives informed, as far as you know?',
      'What does the law of the country ask for?',
    ],
    tell: [
      '[[The law of Qandaloria asks for a written notice to the family within thirty days; in the files that I have read there is none.]]',
      '[[I have gone through ninety letters from families, and I did not find one answer.]]',
      '[[The registers open to the public hold no notice to a family from the Nine Lamps for those years.]]',
      '[[From the papers I know of it follows that families were given nothing in writing.]]',
    ],
  },
  'number.expert': {
    ask: ['Can you say how many?', 'Would you name a number?', 'How large do you think it was?'],
    tell: [
      '[[I do not know how many there were, and whoever names one figure does not know it either.]]',
      'No. [[The number is not known to me.]] One would need the slips.',
      '[[How many, I cannot say.]] I could give you a range, and it would be a range of my ignorance.',
    ],
  },
  'camp.expert': {
    ask: ['Were prisoners moved to other places?', 'What do you know of Lavender Camp?'],
    tell: [
      '[[Some prisoners of the Nine Lamps were moved to Lavender Camp in those years; the camp’s own printed orders of the day speak of arrivals.]] One must not count them among the others.',
      '[[I hold a copy of an order of the day of Lavender Camp that names arrivals from the Nine Lamps.]] Not everyone who is missing was taken at night.',
    ],
  },
} satisfies Bank<string>

export type OutsideKey = keyof typeof outsideEn
