// Written by `npm run gen` from the files of this folder.
export const WRITERS = {
} as const
