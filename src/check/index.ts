// Written by `npm run gen` from the files of this folder.

export const RULES = [] as const
