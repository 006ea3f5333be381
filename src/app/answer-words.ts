/** The same language's sentences about answers, which come with what judges them. */
export { enAnswers as answerWords } from '../tutor/messages/en/answers.ts';
