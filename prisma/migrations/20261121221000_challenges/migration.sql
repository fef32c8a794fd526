-- AlterTable
ALTER TABLE "RoleGrant" ADD COLUMN     "revokeReason" TEXT,
ADD COLUMN     "revokedById" UUID;

-- CreateTable
CREATE TABLE "Challenge" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'DRAFT',
    "authorId" UUID NOT NULL,
    "identityId" UUID,
    "unitCode" TEXT,
    "formVersion" INTEGER NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "place" JSONB,
    "aiAssisted" BOOLEAN NOT NULL DEFAULT false,
    "publicText" JSONB,
    "deadline" TIMESTAMPTZ(3),
    "contact" TEXT,
    "publishAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "mergedIntoId" UUID,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "nudges" INTEGER NOT NULL DEFAULT 0,
    "nudgesStoppedAt" TIMESTAMPTZ(3),
    "keepUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeTransition" (
    "id" BIGSERIAL NOT NULL,
    "challengeId" UUID NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "actorId" UUID,
    "identityId" UUID,
    "actedAs" TEXT NOT NULL,
    "channel" TEXT,
    "inboundId" BIGINT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChallengeTransition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeComment" (
    "id" BIGSERIAL NOT NULL,
    "challengeId" UUID NOT NULL,
    "fieldId" TEXT,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "identityId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChallengeVersion" (
    "challengeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" JSONB NOT NULL,
    "title" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "unitCode" TEXT,
    "contact" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3),
    "kind" TEXT NOT NULL,
    "note" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChallengeVersion_pkey" PRIMARY KEY ("challengeId","version")
);

-- CreateTable
CREATE TABLE "ChallengeOwner" (
    "challengeId" UUID NOT NULL,
    "unitCode" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "identityId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChallengeOwner_pkey" PRIMARY KEY ("challengeId","unitCode")
);

-- CreateTable
CREATE TABLE "ChallengeFile" (
    "challengeId" UUID NOT NULL,
    "fieldId" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "inboundId" BIGINT NOT NULL,

    CONSTRAINT "ChallengeFile_pkey" PRIMARY KEY ("challengeId","fieldId","inboundId")
);

-- CreateTable
CREATE TABLE "ChallengeFollow" (
    "challengeId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "identityId" UUID,
    "interested" BOOLEAN NOT NULL DEFAULT false,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeFollow_pkey" PRIMARY KEY ("challengeId","personId")
);

-- CreateTable
CREATE TABLE "ChallengeQuestion" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "challengeId" UUID NOT NULL,
    "askerId" UUID NOT NULL,
    "identityId" UUID,
    "text" TEXT NOT NULL,
    "answer" TEXT,
    "state" TEXT NOT NULL DEFAULT 'asked',
    "answeredById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ChallengeQuestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "identityId" UUID,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Challenge_code_key" ON "Challenge"("code");

-- CreateIndex
CREATE INDEX "Challenge_state_unitCode_idx" ON "Challenge"("state", "unitCode");

-- CreateIndex
CREATE INDEX "Challenge_authorId_state_idx" ON "Challenge"("authorId", "state");

-- CreateIndex
CREATE INDEX "Challenge_publishAt_idx" ON "Challenge"("publishAt");

-- CreateIndex
CREATE INDEX "ChallengeTransition_challengeId_id_idx" ON "ChallengeTransition"("challengeId", "id");

-- CreateIndex
CREATE INDEX "ChallengeComment_challengeId_sentAt_idx" ON "ChallengeComment"("challengeId", "sentAt");

-- CreateIndex
CREATE INDEX "ChallengeVersion_publishedAt_idx" ON "ChallengeVersion"("publishedAt");

-- CreateIndex
CREATE INDEX "ChallengeFollow_personId_idx" ON "ChallengeFollow"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ChallengeQuestion_code_key" ON "ChallengeQuestion"("code");

-- CreateIndex
CREATE INDEX "ChallengeQuestion_challengeId_state_idx" ON "ChallengeQuestion"("challengeId", "state");

-- CreateIndex
CREATE INDEX "StoredFile_expiresAt_idx" ON "StoredFile"("expiresAt");

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_identityId_fkey" FOREIGN KEY ("identityId") REFERENCES "Identity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Challenge" ADD CONSTRAINT "Challenge_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Challenge"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeTransition" ADD CONSTRAINT "ChallengeTransition_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeComment" ADD CONSTRAINT "ChallengeComment_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeComment" ADD CONSTRAINT "ChallengeComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeVersion" ADD CONSTRAINT "ChallengeVersion_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeOwner" ADD CONSTRAINT "ChallengeOwner_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeOwner" ADD CONSTRAINT "ChallengeOwner_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeOwner" ADD CONSTRAINT "ChallengeOwner_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeFile" ADD CONSTRAINT "ChallengeFile_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeFile" ADD CONSTRAINT "ChallengeFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeFollow" ADD CONSTRAINT "ChallengeFollow_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeFollow" ADD CONSTRAINT "ChallengeFollow_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeQuestion" ADD CONSTRAINT "ChallengeQuestion_challengeId_fkey" FOREIGN KEY ("challengeId") REFERENCES "Challenge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeQuestion" ADD CONSTRAINT "ChallengeQuestion_askerId_fkey" FOREIGN KEY ("askerId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChallengeQuestion" ADD CONSTRAINT "ChallengeQuestion_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

-- The log of transitions is the proof of who decided what, so nobody rewrites it.
CREATE FUNCTION "refuseTransitionRewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The "ChallengeTransition" log is append-only: % is refused', TG_OP;
END
$$;

CREATE TRIGGER "ChallengeTransition_append_only" BEFORE UPDATE OR DELETE ON "ChallengeTransition"
  FOR EACH ROW EXECUTE FUNCTION "refuseTransitionRewrite"();

CREATE TRIGGER "ChallengeTransition_no_truncate" BEFORE TRUNCATE ON "ChallengeTransition"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuseTransitionRewrite"();
