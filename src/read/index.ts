// Written by `npm run gen` from the files of this folder.
export const READERS = {
  text: () => import('./text.js').then((part) => part.reader),
} as const
