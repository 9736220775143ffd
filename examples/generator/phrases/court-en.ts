import type { Bank } from './bank.ts'

/** Judges, lawyers and doctors. */
export const courtEn = {
  bench: {
    ask: ['In what court did you sit, and when?', 'What was your office?'],
    tell: [
      '[[I sat on the Field Court of the Scales from {from} to {to}, as the youngest of three.]]',
      'I was appointed and could not refuse. [[From {from} until {to} I was a member of the Field Court of the Scales.]]',
    ],
  },
  'court.judge': {
    ask: ['How long did a hearing take?', 'How was a case heard?'],
    tell: [
      '[[We heard thirty men in a morning; I sat there myself, and a case took {minutes} minutes.]] One cannot call that hearing.',
      '[[I took part in sessions in which each man had about {minutes} minutes.]] The sentences were typed beforehand.',
      'By the clock on the wall? [[{minutes} minutes for a man, and that is generous; I was on the bench.]]',
    ],
  },
  'counsel.judge': {
    ask: ['Was there a defence?', 'Did counsel appear?'],
    tell: [
      '[[In all my time on that bench no advocate stood beside an accused man.]]',
      '[[There was no defence counsel in the room, not once; the chair for him was used for the files.]]',
    ],
  },
  'lists.judge': {
    ask: ['What happened after the sentence?', 'What papers left the court?'],
    tell: [
      '[[After each session a list of names went to the Office of Seals; I signed such lists.]] What they did with them was not for us to ask.',
      '[[I signed the lists that were sent to the Office of Seals at the end of the day.]] They did not come back.',
    ],
  },
  'fate.judge': {
    ask: ['What became of those on the lists?', 'Do you know where they were brought?'],
    tell: [
      '[[Where the men on the lists were brought I do not know.]] I did not ask. That is my part in it.',
      '[[I do not know what became of them after the list had left my hands.]]',
    ],
  },
  clinic: {
    ask: ['Where did you work?', 'What was your post?'],
    tell: [
      '[[I worked at Willow Military Hospital from {from} until {to}.]] I was on the second ward.',
      '[[From {from} to {to} I was a doctor at Willow Military Hospital, in the intake.]]',
    ],
  },
  'register.doctor': {
    ask: ['What was kept in writing?', 'You mentioned a register. What did it hold?'],
    tell: [
      '[[I kept the intake register with my own hand for a year: against some names from the Nine Lamps I was told to write “sent on” although nobody had been brought in.]]',
    ],
  },
  'convoy.doctor': {
    ask: ['Did people come from the Nine Lamps?', 'What came from the prison?'],
    tell: [
      '[[On some days a list of names from the Nine Lamps was brought to the intake without the men.]] We had beds ready and nobody came.',
      '[[I saw lists come from the Nine Lamps by courier, and no patients with them.]]',
    ],
  },
  'mornings.doctor': {
    ask: ['When did the lists come?', 'Was there a fixed day for it?'],
    tell: [
      '[[The lists came in the morning, on Wednesdays as a rule.]] One could see that they had been typed in haste.',
      'It was nearly always the same day. [[A courier brought them on Wednesday, in the morning shift.]]',
    ],
  },
  'fate.doctor': {
    ask: ['Do you know where the men were?', 'What had become of those on the lists?'],
    tell: [
      '[[Where the men were whose names I read I do not know.]] I kept their beds free, for a while.',
      '[[I do not know what had become of them.]] A name on a list is not a patient, and I can only speak of patients.',
    ],
  },
  'forbidden.doctor': {
    ask: ['Were you told to be silent?', 'Could you speak of it?'],
    tell: [
      '[[The head of the hospital ordered me not to answer any family that asked about a man from the Nine Lamps.]]',
      '[[We were forbidden, in a meeting at which I sat, to speak with relatives of prisoners.]]',
    ],
  },
  'access.lawyer': {
    ask: ['Could you see your clients?', 'Did you try to visit the prison?'],
    tell: [
      '[[I went to the Gate House eleven times with a power of attorney and was turned away each time.]]',
      '[[I was never let in to a client in the Nine Lamps; I stood at the gate and they took my card and kept it.]]',
    ],
  },
  'file.lawyer': {
    ask: ['Did you see a case file?', 'What did the court give you?'],
    tell: [
      '[[The registry of the Field Court told me to my face that no file of that name existed.]] I had the number of it in my hand.',
      '[[I asked for the file in writing five times and I was given nothing.]]',
    ],
  },
  'clients.lawyer': {
    ask: ['What did clients tell you?', 'What do you know from those who came out?'],
    tell: [
      '[[Clients who came out told me that groups were called from the wards at night.]] I have it from them only.',
      '[[More than one man I represented later told me of the nights on which names were read out.]] I was not there.',
    ],
  },
  'seals.known': {
    ask: ['Who decided?', 'Who stood behind the court?'],
    tell: [
      '[[Among advocates it was common knowledge that the Office of Seals decided and the court wrote it down.]]',
    ],
  },
  'seals.told': {
    ask: ['Who decided?', 'Who stood behind the court?'],
    tell: [
      '[[A clerk whose name I will not give told me that the decisions came from the Office of Seals.]]',
    ],
  },
} satisfies Bank<string>

export type CourtKey = keyof typeof courtEn
