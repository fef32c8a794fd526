CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "titleKey" TEXT NOT NULL,
    "reminders" INTEGER[] DEFAULT ARRAY[4320, 1440, 60]::INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingSession" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "importKey" TEXT NOT NULL,
    "courseId" UUID NOT NULL,
    "times" JSONB NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "link" TEXT,
    "bridgePoint" TEXT,
    "trainer" TEXT,
    "topics" TEXT[],
    "materials" TEXT[],
    "tiers" TEXT[],
    "unitCodes" TEXT[],
    "seats" INTEGER,
    "seatsPerUnit" INTEGER,
    "registerBy" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "cancelReason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "checkInSecret" TEXT NOT NULL,
    "followedUpAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedById" UUID,

    CONSTRAINT "TrainingSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionChange" (
    "sessionId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "columns" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,

    CONSTRAINT "SessionChange_pkey" PRIMARY KEY ("sessionId","revision")
);

-- CreateTable
CREATE TABLE "Registration" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "personId" UUID,
    "identityId" UUID,
    "unitCode" TEXT,
    "name" TEXT,
    "nameKey" TEXT,
    "state" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'self',
    "registeredById" UUID,
    "waitingNumber" INTEGER,
    "offeredUntil" TIMESTAMPTZ(3),
    "attendedAt" TIMESTAMPTZ(3),
    "remindedUpTo" INTEGER,
    "feedbackGiven" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttendanceEntry" (
    "id" BIGSERIAL NOT NULL,
    "registrationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttendanceEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionFeedback" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "useful" INTEGER,
    "clear" INTEGER,
    "comment" TEXT,

    CONSTRAINT "SessionFeedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "registrationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitName" TEXT,
    "course" TEXT NOT NULL,
    "days" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Course_titleKey_key" ON "Course"("titleKey");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingSession_code_key" ON "TrainingSession"("code");

-- CreateIndex
CREATE UNIQUE INDEX "TrainingSession_importKey_key" ON "TrainingSession"("importKey");

-- CreateIndex
CREATE INDEX "TrainingSession_startsAt_idx" ON "TrainingSession"("startsAt");

-- CreateIndex
CREATE INDEX "TrainingSession_endsAt_idx" ON "TrainingSession"("endsAt");

-- CreateIndex
CREATE INDEX "Registration_sessionId_state_idx" ON "Registration"("sessionId", "state");

-- CreateIndex
CREATE INDEX "Registration_personId_state_idx" ON "Registration"("personId", "state");

-- CreateIndex
CREATE INDEX "Registration_state_offeredUntil_idx" ON "Registration"("state", "offeredUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_sessionId_personId_key" ON "Registration"("sessionId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Registration_sessionId_unitCode_nameKey_key" ON "Registration"("sessionId", "unitCode", "nameKey");

-- CreateIndex
CREATE INDEX "AttendanceEntry_registrationId_idx" ON "AttendanceEntry"("registrationId");

-- CreateIndex
CREATE INDEX "SessionFeedback_sessionId_idx" ON "SessionFeedback"("sessionId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_registrationId_key" ON "Certificate"("registrationId");

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_code_key" ON "Certificate"("code");

-- AddForeignKey
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionChange" ADD CONSTRAINT "SessionChange_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_unitCode_fkey" FOREIGN KEY ("unitCode") REFERENCES "Unit"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttendanceEntry" ADD CONSTRAINT "AttendanceEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionFeedback" ADD CONSTRAINT "SessionFeedback_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "TrainingSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_registrationId_fkey" FOREIGN KEY ("registrationId") REFERENCES "Registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- What Prisma's schema language cannot say.

-- A seat belongs to somebody: a person, or a colleague named by their unit.
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_who" CHECK (
  "personId" IS NOT NULL OR ("unitCode" IS NOT NULL AND "name" IS NOT NULL AND "nameKey" IS NOT NULL)
);

-- Whoever is offered a seat has to know until when; whoever waits has a place in the order.
ALTER TABLE "Registration" ADD CONSTRAINT "Registration_waiting" CHECK (
  ("state" <> 'offered' OR "offeredUntil" IS NOT NULL)
  AND ("state" NOT IN ('waiting', 'offered') OR "waitingNumber" IS NOT NULL)
);

-- Who was there is proved by this: nothing of it is changed afterwards.
CREATE FUNCTION "refuseAttendanceRewrite"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The "AttendanceEntry" log is append-only: % is refused', TG_OP;
END
$$;

CREATE TRIGGER "AttendanceEntry_append_only" BEFORE UPDATE OR DELETE ON "AttendanceEntry"
  FOR EACH ROW EXECUTE FUNCTION "refuseAttendanceRewrite"();

CREATE TRIGGER "AttendanceEntry_no_truncate" BEFORE TRUNCATE ON "AttendanceEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuseAttendanceRewrite"();
