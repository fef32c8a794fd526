-- CreateTable
CREATE TABLE "Subscription" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "identityId" UUID,
    "everything" BOOLEAN NOT NULL DEFAULT false,
    "fields" TEXT[],
    "unitCodes" TEXT[],
    "keywords" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AlertPreference" (
    "personId" UUID NOT NULL,
    "rhythm" TEXT NOT NULL DEFAULT 'instant',
    "quietFrom" INTEGER NOT NULL DEFAULT 1260,
    "quietTo" INTEGER NOT NULL DEFAULT 420,
    "pausedUntil" TIMESTAMPTZ(3),
    "stoppedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AlertPreference_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "identityId" UUID,
    "name" TEXT NOT NULL,
    "fields" TEXT[],
    "stage" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Subscription_personId_idx" ON "Subscription"("personId");

-- CreateIndex
CREATE INDEX "Organisation_contactId_idx" ON "Organisation"("contactId");

-- AddForeignKey
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AlertPreference" ADD CONSTRAINT "AlertPreference_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "campaignId" BIGINT,
ADD COLUMN     "consent" TEXT,
ADD COLUMN     "deferral" TEXT,
ADD COLUMN     "subscriptionId" UUID;

-- CreateTable
CREATE TABLE "Campaign" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "challengeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "body" JSONB,
    "followedBefore" TIMESTAMPTZ(3),
    "field" TEXT,
    "unitCodes" TEXT[],
    "keywords" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'fanning',
    "why" TEXT,
    "changedById" UUID,
    "page" INTEGER NOT NULL DEFAULT 0,
    "cursor" UUID,
    "audience" INTEGER NOT NULL DEFAULT 0,
    "digests" INTEGER NOT NULL DEFAULT 0,
    "movedTo" BIGINT,
    "ledgerCursor" TEXT,
    "ledgerHash" TEXT,
    "outcomes" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigestItem" (
    "id" BIGSERIAL NOT NULL,
    "personId" UUID NOT NULL,
    "campaignId" BIGINT NOT NULL,
    "challengeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "subscriptionId" UUID,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "deliveryKey" TEXT,

    CONSTRAINT "DigestItem_pkey" PRIMARY KEY ("personId","campaignId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_key_key" ON "Campaign"("key");

-- CreateIndex
CREATE INDEX "Campaign_challengeId_idx" ON "Campaign"("challengeId");

-- CreateIndex
CREATE INDEX "Campaign_state_idx" ON "Campaign"("state");

-- CreateIndex
CREATE UNIQUE INDEX "DigestItem_id_key" ON "DigestItem"("id");

-- CreateIndex
CREATE INDEX "DigestItem_campaignId_id_idx" ON "DigestItem"("campaignId", "id");

-- CreateIndex
CREATE INDEX "Delivery_personId_idx" ON "Delivery"("personId");

-- AddForeignKey
ALTER TABLE "DigestItem" ADD CONSTRAINT "DigestItem_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestItem" ADD CONSTRAINT "DigestItem_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

-- The next deliveries of a lane by urgency, and those that were begun: few rows, however many were sent.
DROP INDEX "Delivery_due_idx";
CREATE INDEX "Delivery_due_idx" ON "Delivery"("lane", "priority", "notBefore", "id") WHERE "status" = 'pending';
CREATE INDEX "Delivery_begun_idx" ON "Delivery"("lane", "claimedUntil") WHERE "status" = 'sending';
-- What else waits for the same chat.
CREATE INDEX "Delivery_chat_idx" ON "Delivery"("lane", "chatId", "priority", "id") WHERE "status" IN ('pending', 'sending');

-- A campaign's rows in the order of its ledger, and those of them that are not settled.
CREATE INDEX "Delivery_campaign_idx" ON "Delivery"("campaignId", "id") WHERE "campaignId" IS NOT NULL;
CREATE INDEX "Delivery_campaign_open_idx" ON "Delivery"("campaignId", "id") WHERE "campaignId" IS NOT NULL AND "status" IN ('pending', 'sending');

-- Who subscribes, in the order in which an audience is settled.
CREATE INDEX "Subscription_active_idx" ON "Subscription"("personId", "createdAt") WHERE "endedAt" IS NULL;
CREATE INDEX "DigestItem_due_idx" ON "DigestItem"("dueAt", "personId") WHERE "doneAt" IS NULL;
