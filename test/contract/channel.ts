import { describe, test } from 'vitest'
import { RULES } from './rules.ts'
import type { SetUp } from './subject.ts'
import { VIOLATIONS } from './violations.ts'

/**
 * What every channel must pass; and, so that a rule is not only words, a copy of the same channel with one fault for
 * each rule, which the rule must find.
 */
export function describeChannel(name: string, setUp: SetUp): void {
  describe(`the channel ${name}`, () => {
    for (const rule of RULES) test(rule.name, () => rule.check(setUp))
  })

  describe(`the channel ${name} with a planted fault`, () => {
    test.each(VIOLATIONS)('fails: $fault', async ({ rule: name, plant }) => {
      const rule = RULES.find((known) => known.name.startsWith(name))
      if (rule === undefined) throw new Error(`there is no rule "${name}"`)
      const whole = await setUp()
      if (plant(whole) === null) return
      const found = await rule
        .check(async () => plant(await setUp()) ?? whole)
        .then(
          () => false,
          () => true,
        )
      if (!found) throw new Error(`"${rule.name}" did not find it`)
    })
  })
}
