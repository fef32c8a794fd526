import { randomUUID } from 'node:crypto'
import type { Config } from './config.ts'
import { openDatabase, type PrismaClient } from './db.ts'
import type { Deps } from './deps.ts'
import { installationSecret } from './installation-secret.ts'
import { createCurrentKnowledge } from './knowledge/current-knowledge.ts'
import { loadCorpus } from './knowledge/load-corpus.ts'
import { readCorpus } from './knowledge/read-corpus.ts'
import { createLinks } from './links.ts'
import { openLlm } from './llm.ts'
import { faultFields, type Log } from './log.ts'
import { type AssistantModel, createModel } from './model.ts'
import type { ModelConfig } from './model-config.ts'
import { readPrompts } from './prompts.ts'
import { releaseClaims } from './release-claims.ts'
import { loadUnits } from './units/load-units.ts'
import { readCityUnits } from './units/read-city-units.ts'
import { createWake } from './wake.ts'

/** All but what the channels give. */
export type Core = Omit<Deps, 'openAttachment'> & { close(): Promise<void> }

/**
 * Opens everything the core stands on: the database with its migrations, the corpus of `corpusFolder` and the city's
 * units loaded into it, the wake-up calls. Throws `DatabaseProblem`, or the corpus's own complaint, with a sentence for the operator.
 */
export async function openCore(
  config: Pick<Config, 'database' | 'settings' | 'model' | 'linkSecret'>,
  deps: { corpusFolder: string; promptsFolder: string; log: Log; now: () => Date },
): Promise<Core> {
  const { log, now } = deps
  const newId = randomUUID
  const sections = await readCorpus(deps.corpusFolder)
  const database = await openDatabase(config.database, {
    newId,
    onConnectionLost: (error) => log.warn('database.connection_lost', faultFields(error)),
  })
  try {
    // The folder has one process at a time, and it is this one: whatever is claimed belongs to a dead one.
    if (database.kind === 'embedded') await releaseClaims(database.prisma)
    const corpus = await loadCorpus(sections, { database, now })
    log.info('corpus.ready', { corpus, sections: sections.length })
    const units = await loadUnits(await readCityUnits(), { database })
    log.info('units.ready', { units })
    const model = config.model && (await openModel(config.model, { ...deps, prisma: database.prisma }))
    const secret = config.linkSecret ?? (await installationSecret(database.prisma, 'links'))
    const links = createLinks({ publicUrl: config.settings.publicUrl, secret, now })
    const wake = await createWake({ database, log })
    const knowledge = createCurrentKnowledge({ database, log, now })
    return {
      database,
      knowledge,
      model,
      links,
      settings: config.settings,
      wake,
      log,
      now,
      newId,
      async close() {
        await wake.close()
        await database.close()
      },
    }
  } catch (fault) {
    await database.close()
    throw fault
  }
}

/** Less than a person's claim lasts, so that nobody else handles the message meanwhile. */
const MODEL_TIMEOUT_MS = 12_000

async function openModel(
  config: ModelConfig,
  deps: { promptsFolder: string; prisma: PrismaClient; log: Log; now: () => Date },
): Promise<AssistantModel> {
  const [llm, prompts] = await Promise.all([openLlm(config), readPrompts(deps.promptsFolder)])
  return createModel({ ...deps, ...config, llm, prompts, timeoutMs: MODEL_TIMEOUT_MS })
}
