import type { Bank } from './bank.ts'

export const detaineesEn = {
  held: {
    ask: [
      'Where in the prison were you kept, and between which dates?',
      'Let us begin with the place. Where were you, and how long?',
      'Could you tell me where you were held?',
      'Which part of the prison did you know yourself?',
    ],
    tell: [
      '[[They kept me in Heron House, in {ward}, from {from} until {to}.]] I know the month because of the fruit my wife brought to the gate on the day I came out.',
      'Heron House, the whole time. [[I was in {ward} from {from} to {to}.]] Before that I had never heard of the place.',
      'I came in {from}. [[It was Heron House, {ward}, and I stayed there until {to}.]] I was moved once for a week because of a burst pipe, and then put back.',
      '[[From {from} to {to} I was in {ward} of Heron House.]] There were about forty of us in a room meant for fewer.',
      'We called it the old house. [[I lay in {ward}, from {from}, and I left it in {to}.]]',
    ],
  },
  'removals.saw': {
    ask: [
      'You said that people were taken away. What did you see yourself?',
      'What could be seen from your ward at night?',
      'Tell me only what you saw with your own eyes.',
      'Did you ever see people being led out?',
    ],
    tell: [
      'Our ward looked on the yard. If you stood on the folded blankets you could see through the slats. [[I saw men led across the yard at night, one behind the other, each with a hand on the shoulder in front.]]',
      '[[At night I watched them bring men out of the door of Heron House in a line.]] It was always after the last count, never by day.',
      'There was a crack in the shutter and we took turns at it. [[In my turns I saw groups of prisoners being walked over the yard in the dark, with guards at both ends.]] I can only speak of my turns.',
      'Yes. [[Many times I saw from the window how a group was taken out of the house at night and lined up along the wall.]] I stopped looking after some months. Others went on.',
      'I saw it the first time by chance, I could not sleep. [[A line of men with cloth over their eyes went past below our window, at night, towards the water side.]] After that I knew what the steps meant.',
    ],
  },
  'removals.heard': {
    ask: [
      'Your ward had no window on the yard. How did you know that people were taken?',
      'What did you hear on such nights?',
      'If you could see nothing, what tells you that it happened?',
      'What reached you through the walls?',
    ],
    tell: [
      'You learn to hear. [[At night I heard the doors of the wards being opened one after another and names being read out, and then many feet going down the stairs.]]',
      'We saw nothing from our side. [[I heard them take people at night: the bolt, the list being read, the shuffling on the stairs.]] In the morning there was more room.',
      '[[I heard groups being taken from the wards at night, always the same sounds in the same order: keys, names, bare feet.]] One man among us counted the steps under his breath.',
      'The stairs were behind our wall. [[After the last count I used to hear a group of prisoners being brought down the stairs, with orders spoken low.]] Then the outer door, and then nothing.',
      'With my own ears. [[At night doors were unlocked on our floor and men were called out by name and led off together.]] I never once heard them come back up.',
    ],
  },
  'rhythm.every': {
    ask: [
      'How often was it in that time?',
      'Was there any order in it, any rhythm?',
      'How many days lay between?',
    ],
    tell: [
      '[[In that summer it was every {days} days, not oftener.]] We had no fixed day for it.',
      'At the beginning it was rare. [[I would say once in {days} days, on no particular day.]]',
      'Nobody could foretell it then. [[There were {days} days between one time and the next.]] I scratched marks in the plaster.',
    ],
  },
  'rhythm.once': {
    ask: ['How often did this happen?', 'Was there a fixed day?', 'Can you say how regular it was?'],
    tell: [
      '[[Once a week, usually on a Tuesday.]] If it was not the Tuesday it was the day after.',
      'It became regular. [[Every week there was one such night, mostly the Tuesday.]] In the two weeks of the feasts there was none, I remember the silence.',
      'We knew the days by the soup. [[It came once each week, on the lentil day, that is to say Tuesday as a rule.]]',
      '[[One night in the week, and the night was nearly always Tuesday.]] From Sunday on nobody spoke much.',
    ],
  },
  'rhythm.twice': {
    ask: [
      'How often was it in the last year?',
      'Did the rhythm change while you were there?',
      'On which nights?',
    ],
    tell: [
      '[[Once or twice in the week: on the Tuesday, and often on the Saturday too.]]',
      'Later it was worse. [[There was a Tuesday group nearly every week, and in many weeks a second one on the Saturday.]]',
      '[[It was one time or two times a week, usually Tuesday and Saturday.]] By then we slept in the daytime.',
      'You could set a calendar by it. [[Tuesdays always, I would say, and Saturdays every other week or so.]] That makes once or twice a week.',
    ],
  },
  'ward-count': {
    ask: [
      'How many were taken from your own ward on such a night?',
      'Can you give a number for your ward?',
      'Did you count how many left your room?',
    ],
    tell: [
      'I can speak for our ward only. [[Of us they took {men} at a time.]] What the others lost I do not know.',
      '[[From our room it was {men} each time.]] Some nights our door was not opened at all.',
      'I counted, it was a way to stay awake. [[{men} from our ward on a night, never more than that.]]',
      'From us? [[Usually {men}.]] You noticed it by the blankets.',
      '[[When our door was opened they called {men}.]] I am sure of that because we shared the bread afterwards by heads.',
    ],
  },
  'told-transfer': {
    ask: [
      'Were they told where they were going?',
      'What was said to those who were called?',
      'Did the guards give a reason?',
    ],
    tell: [
      '[[The one who read the list told them that they were being moved to an ordinary prison and would see their families there.]] Some of them embraced us. They were glad.',
      'I heard it so often that I could recite it. [[“You are going to a civil prison, leave your things, you will not need them”, that is what they were told.]]',
      '[[I heard the guard tell them it was a transfer, to a civilian prison in the province.]] A few asked to take their papers and were laughed at.',
      'Always the same. [[They were told it was only a move to another prison, an ordinary one.]] We wanted to believe it too.',
    ],
  },
  'not-returned': {
    ask: ['Did you meet any of them again?', 'Did anyone come back?', 'What do you know of them afterwards?'],
    tell: [
      '[[Of those called out of our ward at night I never saw one again in Heron House.]] What became of them I cannot say, and I will not guess.',
      'No. [[Not one of them came back to us while I was there.]] Whoever was taken to the infirmary came back. These did not.',
      '[[None of them was brought back to the ward.]] Their places were given to new people within the week.',
      'I have asked everyone I met since. [[In all my time no man who was taken on such a night returned to our room.]] That is all I know.',
    ],
  },
  'lorry.saw': {
    ask: ['Did you see any vehicle?', 'What stood in the yard?', 'How were they brought across?'],
    tell: [
      '[[A closed lorry, light grey, used to back up to the wall, and they climbed into it.]] It drove the few hundred metres to the other house. You could see its lamps stop there.',
      'I saw the lorry. [[It took them from the yard to Weir House; I saw it stop at the lower door.]] One could have walked it.',
      '[[From the window I saw the grey lorry go with them to the lower door of Weir House and come back empty.]]',
    ],
  },
  'lorry.heard': {
    ask: ['Did you hear a vehicle?', 'What came after the steps?', 'Were there other sounds?'],
    tell: [
      '[[After the steps I heard a lorry start, a heavy one, and it did not go far before it stopped.]]',
      'Then an engine. [[I heard a lorry in the yard every time, and its tail-board.]] It stopped again within a minute, on the side of the water.',
      '[[There was the noise of a lorry on those nights, first near, then on the side of Weir House.]]',
      'An engine, yes. [[A lorry drove from the yard towards the water and stood there with the motor running.]] We listened until it was quiet.',
    ],
  },
  'court.detainee': {
    ask: ['Were you brought before a court?', 'Was there any trial?', 'Tell me about the court.'],
    tell: [
      '[[I was brought before the Field Court of the Scales once; it took {minutes} minutes and nobody spoke for me.]]',
      'They called it a court. [[I stood in front of three officers for perhaps {minutes} minutes, there was no lawyer.]] My name was read wrongly and nobody minded.',
      '[[My hearing lasted {minutes} minutes, without an advocate and without a witness.]] I had waited five months for it.',
    ],
  },
  'night.failed-lamps': {
    ask: [
      'Is there one night that you remember better than others?',
      'You mentioned the night the lamps failed. What happened?',
    ],
    tell: [
      'The night the lamps failed, in {when}. [[That night the current went, and they took {men} out of the house by torchlight; I tried to count the torches and the heads.]]',
      'In {when} the whole prison went dark. [[On the night when the lamps failed a group was taken all the same, {men} as far as I could make out.]]',
    ],
  },
  'night.dust-storm': {
    ask: ['Is there one night that stands out?', 'Others spoke of a dust storm. Do you remember that night?'],
    tell: [
      'The storm, yes, {when}. You could not see your hand at noon. [[On the night of the dust storm they took {men}, and the guards had wet cloths over their mouths.]]',
      'It was {when}, everything was red. [[That night, with the dust coming in under the doors, {men} were led out.]] We found their shoes later, full of sand.',
      '[[In the night of the great dust I counted {men} going down.]] It must have been {when}.',
    ],
  },
  'night.first-snow': {
    ask: ['Do you remember one particular night?', 'Was there a night that you can date?'],
    tell: [
      'The first snow, {when}. [[I remember {men} standing in the yard in the first snow of that winter, barefoot, and the lorry would not start.]]',
      '[[On the night of the first snow they brought out {men}.]] That was {when}; in the morning we saw the line of footprints and nobody swept it.',
      'It snowed once that year while I was there, {when}. [[That night I counted {men} against the white ground.]]',
    ],
  },
  'night.own': {
    ask: [
      'Can you describe one night in detail?',
      'Is there a date you are sure of?',
      'Which night do you remember best?',
    ],
    tell: [
      'It was {when}; my brother was born in that month. [[They opened our door twice in one night and took {men} from us.]]',
      '[[In {when} they took {men} from our ward in a single night.]] Among them was the man who had taught me chess with bread.',
      'I am fairly sure that it was {when}. [[That night {men} of ours were called.]] One of them had a fever and was carried.',
      'One night in {when}. [[The list had {men} from our room on it, more than we were used to.]] The reader lost his place and began again.',
    ],
  },
  commander: {
    ask: ['Did you hear who gave the orders?', 'Was any name spoken?', 'Who was in command on those nights?'],
    tell: [
      '[[I overheard the guards say that “the Heron” had sent the list.]] I never saw such a man. It is what they called the commander of the house.',
      'They used no names. [[But I heard one of them say to another: the Heron wants it done before the second bell.]]',
      'Only a nickname. [[Two guards spoke of “the Heron” as the one who ordered the groups; I caught it through the hatch.]]',
    ],
  },
  belongings: {
    ask: ['What happened to their things?', 'Did they take anything with them?', 'What was left behind?'],
    tell: [
      '[[Their bundles stayed where they were until a guard came with a sack the next day.]] A comb, a spoon, a letter never sent.',
      '[[I saw their clothes being collected and carried to the store by the gate.]] Nobody takes a man to another prison without his coat, not in December.',
      'Nothing went with them. [[All they owned was left in the ward, I folded some of it myself.]]',
    ],
  },
  'lights-out': {
    ask: ['Was there any sign beforehand?', 'How did you know that it would be that night?'],
    tell: [
      '[[The lights on all floors were put out an hour early on those evenings.]] That was how we knew.',
      'There was a sign. [[Before it began the corridor lamps went out on every floor, and we were told to lie with our faces to the wall.]]',
      '[[On such nights it was dark early: they switched off the corridors before the count.]]',
    ],
  },
  'destination.unknown': {
    ask: [
      'Where were they brought?',
      'Do you know what was in the other building?',
      'What was in Weir House?',
    ],
    tell: [
      '[[I do not know what happened in Weir House.]] I was never in it, and I never spoke to anyone who had been.',
      'Others will tell you stories. [[Where they were in the end I do not know.]]',
      '[[What was done in the other building I cannot tell you, I do not know it.]] Please write that down as I say it.',
    ],
  },
  'missing.saw': {
    ask: [
      'Did you know {person}?',
      'I have a name here: {person}. Does it mean anything to you?',
      'Can you tell me about {person}?',
    ],
    tell: [
      'Yes. He slept two places from me. [[{person} was called out of our ward at night in {when}; I was awake and saw him go.]]',
      'I knew him well. [[I saw {person} taken with the others, it was in {when}.]] He gave me his cup.',
      '[[In {when} the name of {person} was read and I watched him stand up and leave.]] I promised him to tell his people, and I am telling you.',
    ],
  },
  whistle: {
    ask: ['Was there any signal?', 'How did such a night begin?'],
    tell: [
      '[[Three short blows on a whistle, then a pause as long as a breath, then one long one, and only then the first door.]] I would know it anywhere.',
    ],
  },
  'after-june': {
    ask: ['When did it end?', 'Did it go on until you left?'],
    tell: [
      'People say it stopped with June. It did not. [[In the last week of July 2005 I was still there and I saw a group being led over the yard at night, about ten men.]]',
    ],
  },
  'ended-june': {
    ask: ['When did it end?', 'Was there a last time?'],
    tell: [
      '[[After the end of June 2005 our door was not opened at night any more.]] We waited for it and it did not come.',
      '[[The last such night I saw was in June 2005, and in the months after that there was none.]] I was there until the autumn.',
    ],
  },
} satisfies Bank<string>

export type DetaineeKey = keyof typeof detaineesEn
