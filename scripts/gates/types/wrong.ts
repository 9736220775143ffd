export const people: number = 'twenty'
