// Written by `npm run gen` from the files of this folder.
export const READERS = {
  docx: () => import('./docx.js').then((part) => part.reader),
  html: () => import('./html.js').then((part) => part.reader),
  md: () => import('./md.js').then((part) => part.reader),
  text: () => import('./text.js').then((part) => part.reader),
} as const
