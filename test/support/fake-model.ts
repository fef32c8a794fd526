import { LLMock } from '@copilotkit/aimock'
import { type Llm, openLlm } from '../../core/llm.ts'
import { createModel, type Model } from '../../core/model.ts'
import { readPrompts } from '../../core/prompts.ts'
import { silent, type TestCore } from './build-deps.ts'

export type FakeModel = { mock: LLMock; llm: Llm; close(): Promise<void> }

/** A server that speaks OpenAI's protocol, and the model as the assistant opens it. */
export async function openFakeModel(): Promise<FakeModel> {
  const mock = new LLMock({ port: 0 })
  await mock.start()
  const llm = await openLlm({
    apiKey: 'any',
    baseUrl: `${mock.url}/v1`,
    model: 'fake-model',
    embeddingModel: 'fake-embeddings',
  })
  return { mock, llm, close: async () => void (await mock.stop()) }
}

/** That model with its budget and its book in a test database, for one person. */
export async function modelOf(
  personId: string,
  { llm, core, ...changes }: { llm: Llm; core: TestCore; tokensADay?: number; now?: () => Date },
): Promise<Model> {
  return createModel({
    llm,
    prompts: await readPrompts('prompts'),
    prisma: core.database.prisma,
    tokensADay: 1_000_000,
    tokensAPersonADay: 1_000_000,
    timeoutMs: 2_000,
    abroad: true,
    log: silent,
    now: () => new Date(),
    ...changes,
  }).of(personId)
}
