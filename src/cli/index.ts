// Written by `npm run gen` from the files of this folder.

export const COMMANDS = [] as const
