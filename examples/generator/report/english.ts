import { DATED } from '../world/seed.ts'

/** What a report quotes: a passage in its own language that its witness lets everybody read. */
export interface Quoted {
  readonly seen: string
  readonly family: string
}

/** The English report over the invented findings; every number in it is a figure, every sentence has its grounds. */
export function englishReport({ seen, family }: Quoted): string {
  return `---
language: en
title: The Prison of the Nine Lamps (invented, for training)
subtitle: What an invented investigation found about removals at night
authors:
  - Training desk (invented)
dated: ${DATED}
---

## What this is

This report is invented, for training: the country, the prison and the people in it are made up by a program, and nothing in it happened. [own]
It is written as a real one would be, so that every sentence can be walked back to the words that carry it. [own]
It rests on {count: sources} sources, {count: witnesses} of them witnesses, and on {count: claims} claims. [own]

## What happened at night

Between {date: 2003-03} and {date: 2005-06} groups of prisoners were taken out of Heron House at night. [finding: F01]
One who could see the yard put it so: “{quote: ${seen}}” [finding: F01]
Those called out were told that they were being moved to an ordinary prison. [finding: F03]
They were driven from the yard to the lower door of Weir House, and none of them came back to the wards. [finding: F04] [finding: F05]
In the last year this happened once or twice a week, usually on Tuesday and Saturday, and a group was {period: how-many P3 size} men. [finding: F02] [finding: F11]
One night stands for many: in a dust storm in spring a group was led out as in every other week. [finding: F12]
A guard said that those brought over were shut in a locked hall; the relatives who repeated it had it from him in the end. [finding: F08]
Former detainees, and a guard with them, said that no group was taken after the last June, while one former detainee said that he saw one in July. [finding: F09]
What became of those taken is not known to this investigation, and nobody in it is held to be dead. [own]

## How many

On the pattern that two guards and a clerk describe, the number of people taken in all is {estimate: how-many published}. [estimate: how-many]
The last of the three periods adds {period: how-many P3 total} to it, over {period: how-many P3 occasions} occasions. [estimate: how-many]

{{chart: intervals-by-period how-many}}

{{chart: pattern-timeline how-many}}

How many were held is another question, and it is asked of lists of names. [own]
By the lists of the hospital, the families’ association, former detainees and a newspaper, {estimate: from-lists min} people were held in the prison. [estimate: from-lists]
That is a least number: the lists do not reach everybody equally well, and so they do not say how many there were in all. [estimate: from-lists]

## Who decided

A commander whom guards and prisoners called “the Heron” gave the orders for the groups. [finding: F10]
The Field Court heard men for a few minutes, without counsel, and sent lists of their names to the Office of Seals. [finding: F14] [finding: F15]
Experts and lawyers said that the Office of Seals decided who was taken; none of them knows it at first hand. [finding: F16]
A doctor said that names from the prison were entered in the hospital’s register although nobody had been brought in. [finding: F17]

## What families were told

Families who asked were given no answer. [finding: F13]
A relative said: “{quote: ${family}}” [finding: F13]

## What was said in public

The Ministry of Public Quiet stated that no prisoner had ever been taken out of his ward at night. [finding: F22]
Lantern Watch reported that hundreds of men are missing. [finding: F23]

## Method

Two accounts that agree word for word were counted as one until somebody decides whether the two rehearsed. [own]
Where a witness withdrew consent, nothing rests on the account any longer, and the finding that fell is open again. [own]

### Thresholds

{{thresholds}}

### Standing of every finding

{{standings}}

### Contradictions

{{contradictions}}

### How the number was reckoned

{{derivation: how-many}}

{{alternatives: how-many}}

### How the least number was estimated

{{derivation: from-lists}}

### Sources

{{sources}}
`
}
