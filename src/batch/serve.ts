import { parentPort, type TransferListItem } from 'node:worker_threads'

/** In a thread: answers each question that is asked, one after the other. */
export function serve<Question, Answer>(
  answer: (question: Question) => Promise<Answer>,
  transfer: (answer: Answer) => TransferListItem[] = () => [],
): void {
  let last = Promise.resolve()
  parentPort!.on('message', (question: Question) => {
    last = last.then(async () => {
      const said = await answer(question)
      parentPort!.postMessage(said, transfer(said))
    })
  })
}
