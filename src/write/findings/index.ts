// Written by `npm run gen` from the files of this folder.
export const FINDING_WRITERS = {
  checkstyle: () => import('./checkstyle.js').then((part) => part.writer),
  github: () => import('./github.js').then((part) => part.writer),
  gitlab: () => import('./gitlab.js').then((part) => part.writer),
  json: () => import('./json.js').then((part) => part.writer),
  junit: () => import('./junit.js').then((part) => part.writer),
  pretty: () => import('./pretty.js').then((part) => part.writer),
  sarif: () => import('./sarif.js').then((part) => part.writer),
} as const
