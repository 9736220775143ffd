import type { Bank } from './bank.ts'

/** Guards, officials and the one of them who lies. */
export const staffEn = {
  service: {
    ask: ['What was your post, and when?', 'What did you do at the Prison of the Nine Lamps?'],
    tell: [
      '[[I served at the Nine Lamps as {post} from {from} until {to}.]] I asked to be moved and was moved.',
      'I was nobody there. [[{post}, from {from} to {to}.]] I signed for keys, that was all at the beginning.',
    ],
  },
  escort: {
    ask: ['Did you take part in it yourself?', 'What was your own part on those nights?'],
    tell: [
      'I will say it once. [[I was one of those who led them; we brought the groups out of Heron House at night, from all three floors, and over the yard.]]',
    ],
  },
  'gate.saw': {
    ask: ['What did you see from the gate?', 'What went through the yard on those nights?'],
    tell: [
      'The gate looks down the whole yard. [[From my post I saw the groups come out of Heron House at night and go to the lorry, week after week.]]',
    ],
  },
  'weir.escort': {
    ask: ['Where were they brought?', 'What was at the other end?'],
    tell: [
      '[[We drove them to Weir House and handed them over at the lower door; I was never let in further than the lower door.]] I am answerable for as far as the door.',
    ],
  },
  'size.p1': {
    ask: ['How many were in a group at first?', 'How large were the groups in the first months?'],
    tell: [
      '[[In the first months it was few, {men} in a group.]]',
      'At the beginning? [[{men} each time, as the slips had it.]]',
    ],
  },
  'size.p2': {
    ask: ['And after that summer?', 'How large were the groups in the second winter?'],
    tell: [
      '[[From October on it was {men} in a group.]] One lorry was enough for that.',
      'Then it grew. [[{men} on each occasion, from that autumn until the next summer.]]',
    ],
  },
  'size.p3': {
    ask: ['And in the last year?', 'How many were in a group in the last year?'],
    tell: [
      '[[In the last year {men} went in each group.]] I counted them twice every time, that was my task.',
      'It did not stay so. [[From July 2004 it was {men} each time.]]',
      '[[{men} in a group, in that last year.]] The benches of the lorry were full and some stood.',
    ],
  },
  'rate.p1': {
    ask: ['How often, in the first months?', 'How many days lay between, at the beginning?'],
    tell: [
      '[[At first a list came every {days} days.]] There was no fixed day.',
      '[[Between March and the end of September 2003 it was once in {days} days.]]',
    ],
  },
  'rate.p2': {
    ask: ['How often after that?', 'When did it become regular?'],
    tell: [
      '[[From October 2003 to the end of June 2004 it was once a week, on the Tuesday as a rule.]]',
      'In that autumn an order came and it became a thing of every week. [[Once a week, usually Tuesdays, all through to the summer.]]',
    ],
  },
  'rate.p3': {
    ask: ['And from the summer of 2004?', 'How often in the last year?'],
    tell: [
      '[[From July 2004 until June 2005 it was once or twice a week, Tuesdays and very often Saturdays.]]',
      '[[In the last year there were one or two groups in a week, on Tuesday and on Saturday.]]',
    ],
  },
  'registry.slips': {
    ask: ['What passed over your desk?', 'What was written down?'],
    tell: [
      'For every group there was a slip of green paper. [[I read the slips: a date, a number and the words “sent on”; I filed them in the box for the quarter.]]',
    ],
  },
  'registry.order': {
    ask: ['Who had ordered it?', 'Whose signature was on the slips?'],
    tell: [
      '[[The slips bore the stamp of the Office of Seals and an initial, nothing more.]] I saw the stamp on every one of them.',
    ],
  },
  'guard.commander': {
    ask: ['Who was in command?', 'Who gave you your orders?'],
    tell: [
      '[[The commander of Heron House, whom we called the Heron, gave me the order himself on the first night.]] In front of prisoners nobody used his name.',
      '[[It was the one they called the Heron who came down with the list; I stood three paces from him.]]',
    ],
  },
  'guard.transfer': {
    ask: ['What were the prisoners told?', 'What were you to tell them?'],
    tell: [
      '[[I was ordered to tell them that they were being moved to an ordinary prison, and I told them so.]] It kept the stairs quiet.',
    ],
  },
  'hall.guard': {
    ask: ['Were you ever inside Weir House?', 'What was inside Weir House?'],
    tell: [
      'I was sent over with water, once. [[I saw the locked hall on the lower floor, barred from outside, and those who had been brought that night were in it.]] I told it to one prisoner and to nobody else.',
    ],
  },
  'guard.lights': {
    ask: ['How was such a night prepared?', 'What was done beforehand?'],
    tell: ['[[An hour before, I switched off the corridor lamps on all floors; that was a standing order.]]'],
  },
  'guard.ended': {
    ask: ['When did it stop?', 'Until when did it go on?'],
    tell: [
      '[[The last group that I know of went in June 2005; in July and August no list came down to us.]] I was on nights until September.',
    ],
  },
  'liar.post': {
    ask: ['What was your office?', 'What was your position, and from when to when?'],
    tell: [
      '[[I was deputy administrator of the Nine Lamps from January 2003 until December 2005, and nothing happened in that house without my knowing of it.]]',
    ],
  },
  'liar.nobody': {
    ask: [
      'Former prisoners say that groups were taken from the wards at night. What do you say?',
      'Were people taken from Heron House at night?',
    ],
    tell: [
      '[[No one was ever taken from his ward at night. I had my room on the first floor, I walked it every evening for three years and I saw no such thing.]] It is a tale.',
    ],
  },
  'liar.families': {
    ask: ['And the families who asked?', 'What were relatives told?'],
    tell: [
      '[[Every family that came was received and given a written answer; I saw to it in person.]] We kept tea for them.',
    ],
  },
  'liar.court': {
    ask: ['And the Field Court?', 'What of the hearings before the Field Court?'],
    tell: [
      '[[Each accused man had his advocate beside him and as much time as he wished; I sat in on the hearings.]]',
    ],
  },
  'liar.weir': {
    ask: ['What was in Weir House?', 'What was Weir House used for?'],
    tell: [
      '[[Weir House was a laundry and a grain store. I had the key, and no prisoner ever set foot in it.]]',
    ],
  },
} satisfies Bank<string>

export type StaffKey = keyof typeof staffEn
