import { parentPort, type TransferListItem } from 'node:worker_threads'

/** What a thread says first: it has started, and its time begins to count. */
export const READY = 'ready'

/** In a thread: answers each question that is asked, one after the other. */
export function serve<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  transfer: (answer: Answer) => TransferListItem[] = () => [],
): void {
  let last = Promise.resolve()
  parentPort!.postMessage(READY)
  parentPort!.on('message', (question: Question) => {
    last = last.then(async () => {
      const said = await answer(question)
      parentPort!.postMessage(said, transfer(said))
    })
  })
}
