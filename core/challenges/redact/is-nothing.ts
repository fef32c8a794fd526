import { plainWords } from '../../commands.ts'

/** Whether what is not to be published is nothing: "không", "không có". */
export const isNothing = (confidential: string): boolean => NOTHING.test(plainWords(confidential))

const NOTHING = /^(?:|khong|ko|k|khong co|khong co gi|khong co noi dung nao|chua co|none|no)$/
