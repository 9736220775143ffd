import type { Bank } from './bank.ts'

export const relativesEn = {
  'last-contact': {
    ask: [
      'When did you last see {person}?',
      'Please tell me about the last time you were together.',
      'How did {person} come to be held?',
    ],
    tell: [
      '{person} is my {kin}. [[I saw him for the last time in {when}, behind two wires in the Gate House of the Nine Lamps.]] He asked about the lemon tree.',
      '[[I last spoke with my {kin} {person} in {when}; the visit took four minutes.]] After that the visits were refused.',
      'They let me in once. [[In {when} I saw {person}, my {kin}, in the Gate House, thin but on his feet.]]',
      '[[The last time that I saw my {kin} {person} was in {when}, at the Nine Lamps.]] I had brought him socks. They gave them back to me.',
      'I count the years from that day. [[{person}, my {kin}, stood in front of me in {when}, and not since.]]',
    ],
  },
  'asked.no-answer': {
    ask: [
      'Did you ask the authorities?',
      'What were you told when you asked?',
      'Where did you ask, and what came of it?',
    ],
    tell: [
      '[[I went to the Gate House {times} times and asked, and I was given no answer.]]',
      'To the gate, to the ministry, to the court. [[I asked {times} times where he was, and not once did anyone tell me.]]',
      '[[I handed in {times} petitions with my own hand and never had a line in reply.]] I have the receipts.',
      'You stand in a queue until noon, and then the window closes. [[{times} times I asked about him and nobody gave me an answer.]]',
      '[[I wrote to them and went to them, {times} times in all, and to this day I have been told nothing.]]',
    ],
  },
  'told.by-detainee': {
    ask: [
      'Has anyone told you what happened to him?',
      'What do you know, and from whom?',
      'Did anyone who was released come to see you?',
    ],
    tell: [
      'A man came who had been in his ward. [[He told me that {person} was called out at night in {when} with others.]] He would not sit down while he said it.',
      '[[One who was held with him told me that {person} was taken from the ward at night, in {when} or near it.]] I believe him. But I did not see it.',
      'I know it only from another. [[A former prisoner told me that in {when} the name of {person} was on the list that was read at night.]]',
      '[[I was told by a man of his ward that they took {person} in {when}.]] He had promised him to tell us.',
    ],
  },
  'told.by-unnamed': {
    ask: [
      'Did you hear anything else?',
      'What is said about it among the families?',
      'Did others tell you something?',
    ],
    tell: [
      '[[At the gate a woman I did not know told me that on Tuesdays men were taken to the house by the water.]]',
      '[[People in the queue said that those taken at night were brought to Weir House.]] I do not know who said it first.',
      'One hears things. [[Somebody told me that they were taken over to the house by the water in a lorry; I cannot say who.]]',
    ],
  },
  'told.chain': {
    ask: ['Did you hear how large the groups were?', 'Do you know anything about the house by the water?'],
    tell: [
      '[[The man who visited us said a guard had told him that they were put in the locked hall of Weir House, and that the doors were barred from outside.]] So it came to me by two mouths.',
      'I have this from a man who was inside, and he had it from a guard. [[There is a locked hall below in Weir House, and that is where they were put.]]',
      '[[A former prisoner told my family what a guard had told him: that they were shut in the hall below, in Weir House.]]',
    ],
  },
  paid: {
    ask: ['Did anyone ask you for money?', 'Did you pay for news?'],
    tell: [
      '[[I paid an officer’s clerk for news of him, twice, and the news was nothing.]] I sold the sewing machine for it.',
      '[[A man in the ministry’s corridor took money from me and promised a paper; there was no paper.]]',
      'Everyone paid. [[I myself gave a clerk two months’ rent to be told where he was, and he told me nothing.]]',
    ],
  },
  belongings: {
    ask: ['Did you get anything of his back?', 'Were his things returned to you?'],
    tell: [
      '[[Nothing of his was ever given back to us, not his watch and not his papers.]]',
      'I asked for his coat. [[They gave back nothing that was his.]]',
    ],
  },
  'seen-in-camp': {
    ask: ['Have you had any sign of him since?', 'Did you hear of him after that?'],
    tell: [
      '[[In the spring of 2006 I saw {person} with my own eyes, through the fence of Lavender Camp, and he raised his hand.]] I went back the next day and they had moved the line.',
    ],
  },
  'heard-alive': {
    ask: ['Have you had any sign of life?', 'Did any news come after that year?'],
    tell: [
      '[[I do not know whether {person} is alive.]] I set a place for him. Do not write that he is dead.',
      '[[Where {person} is now I do not know.]] Nobody has shown me anything, so I wait.',
      'You ask me what I believe. [[I do not know what became of {person}, and I want to be told.]]',
    ],
  },
} satisfies Bank<string>

export type RelativeKey = keyof typeof relativesEn
