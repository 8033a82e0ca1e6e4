CREATE TABLE account (
  code             TEXT PRIMARY KEY,
  kind             TEXT NOT NULL CHECK (kind IN ('bank', 'provider', 'provider_in_transit',
                     'disputes', 'project_receivable', 'escrow', 'project', 'match',
                     'refunds_payable', 'donor_credit', 'suspense', 'shipping', 'payments_out',
                     'tax_payable', 'platform_fee', 'provider_fee', 'dispute_fee',
                     'dispute_loss', 'refund_cover', 'bank_fee', 'rounding')),
  currency         TEXT NOT NULL CHECK (currency = 'EUR'),
  may_go_negative  INTEGER NOT NULL,
  grows_by_debit   INTEGER NOT NULL
) STRICT;

CREATE TRIGGER account_kept BEFORE UPDATE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never changed'); END;

CREATE TRIGGER account_never_deleted BEFORE DELETE ON account
BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END;

CREATE TRIGGER account_starts_at_zero AFTER INSERT ON account
BEGIN INSERT INTO account_total (account_code, posted_cents) VALUES (NEW.code, 0); END;

CREATE VIEW account_balance AS
  SELECT a.code AS account_code, a.kind AS kind, a.currency AS currency,
         a.grows_by_debit AS grows_by_debit, t.posted_cents AS posted_cents
    FROM account a
    JOIN account_total t ON t.account_code = a.code;

CREATE TABLE account_total (
  account_code  TEXT PRIMARY KEY REFERENCES account (code),
  posted_cents  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER account_total_overdraft AFTER UPDATE ON account_total
WHEN EXISTS (SELECT 1 FROM account a
              WHERE a.code = NEW.account_code AND NOT a.may_go_negative
                AND (CASE WHEN a.grows_by_debit THEN NEW.posted_cents
                          ELSE -NEW.posted_cents END) < 0)
BEGIN SELECT RAISE(ABORT, 'an account that may not go negative would be overdrawn'); END;

CREATE TABLE address_claim (
  token_hash    TEXT PRIMARY KEY,
  person_id     TEXT NOT NULL REFERENCES person (id),
  browser_hash  TEXT NOT NULL,
  email         TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  used_at       INTEGER
) STRICT;

CREATE INDEX address_claim_person ON address_claim (person_id);

CREATE TABLE assembly (
  id               TEXT PRIMARY KEY,
  process_id       TEXT NOT NULL REFERENCES process (id),
  constituency_id  TEXT REFERENCES constituency (id),
  title            TEXT NOT NULL,
  held_on          TEXT NOT NULL,
  place            TEXT NOT NULL,
  present          INTEGER NOT NULL CHECK (present >= 0),
  minutes          TEXT NOT NULL,
  form_key         TEXT NOT NULL UNIQUE,
  created_at       INTEGER NOT NULL
) STRICT;

CREATE INDEX assembly_process ON assembly (process_id);

CREATE TABLE audit_record (
  id           TEXT PRIMARY KEY,
  recorded_at  INTEGER NOT NULL,
  actor_kind   TEXT NOT NULL CHECK (actor_kind IN ('visitor', 'person', 'system',
                 'operator')),
  actor_id     TEXT REFERENCES person (id),
  act          TEXT NOT NULL,
  object_kind  TEXT NOT NULL,
  object_id    TEXT NOT NULL,
  detail       TEXT NOT NULL,
  request_id   TEXT NOT NULL
, on_behalf_of TEXT REFERENCES person (id)) STRICT;

CREATE INDEX audit_record_actor ON audit_record (actor_id, id);

CREATE INDEX audit_record_object ON audit_record (object_kind, object_id);

CREATE INDEX audit_record_object_id ON audit_record (object_id, id);

CREATE TRIGGER audit_record_kept BEFORE UPDATE ON audit_record
BEGIN SELECT RAISE(ABORT, 'an audit record is never changed'); END;

CREATE TRIGGER audit_record_never_deleted BEFORE DELETE ON audit_record
BEGIN SELECT RAISE(ABORT, 'an audit record is never deleted'); END;

CREATE TABLE backer (
  id          TEXT PRIMARY KEY,
  email       TEXT NOT NULL,
  email_key   TEXT NOT NULL UNIQUE,
  person_id   TEXT REFERENCES person (id),
  created_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX backer_person ON backer (person_id);

CREATE TABLE bank_file (
  id          TEXT PRIMARY KEY,
  digest      TEXT NOT NULL UNIQUE,
  content     BLOB NOT NULL,
  transfers   INTEGER NOT NULL CHECK (transfers > 0),
  sum_cents   INTEGER NOT NULL CHECK (sum_cents > 0),
  created_by  TEXT NOT NULL REFERENCES person (id),
  created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE budget_line (
  id             TEXT PRIMARY KEY,
  campaign_id    TEXT NOT NULL REFERENCES campaign (id),
  position       INTEGER NOT NULL,
  title_it       TEXT NOT NULL,
  title_en       TEXT NOT NULL,
  minimum_cents  INTEGER NOT NULL CHECK (minimum_cents >= 0),
  optimum_cents  INTEGER NOT NULL,
  CHECK (optimum_cents >= minimum_cents),
  UNIQUE (campaign_id, position)
) STRICT;

CREATE TABLE campaign (
  id                    TEXT PRIMARY KEY,
  slug                  TEXT NOT NULL UNIQUE,
  organisation_id       TEXT NOT NULL REFERENCES organisation (id),
  status                TEXT NOT NULL CHECK (status IN ('draft', 'submitted',
                          'changesRequested', 'rejected', 'approved', 'live', 'onHold',
                          'settling', 'succeeded', 'failed', 'cancelled')),
  title_it              TEXT NOT NULL,
  title_en              TEXT NOT NULL,
  summary_it            TEXT NOT NULL,
  summary_en            TEXT NOT NULL,
  story_it              TEXT NOT NULL,
  story_en              TEXT NOT NULL,
  place                 TEXT NOT NULL,
  picture               TEXT NOT NULL,
  funding_rule          TEXT NOT NULL CHECK (funding_rule IN ('allOrNothing',
                          'keepWhatYouRaise', 'minimumThenOptimum')),
  currency              TEXT NOT NULL CHECK (currency = 'EUR'),
  minimum_pledge_cents  INTEGER NOT NULL CHECK (minimum_pledge_cents > 0),
  opens_at              INTEGER,
  closes_at             INTEGER,
  extended_at           INTEGER,
  author_id             TEXT NOT NULL REFERENCES person (id),
  reviewer_id           TEXT REFERENCES person (id),
  created_at            INTEGER NOT NULL,
  updated_at            INTEGER NOT NULL, second_round_at INTEGER, card_charging TEXT NOT NULL DEFAULT 'atOnce'
  CHECK (card_charging IN ('atOnce', 'atEnd')), platform_fee_basis_points INTEGER NOT NULL DEFAULT 0
  CHECK (platform_fee_basis_points BETWEEN 0 AND 10000), provider_fees_borne_by TEXT NOT NULL DEFAULT 'campaign'
  CHECK (provider_fees_borne_by IN ('campaign', 'platform')),
  CHECK (closes_at IS NULL OR opens_at IS NULL OR closes_at > opens_at),
  CHECK (reviewer_id IS NULL OR reviewer_id <> author_id)
) STRICT;

CREATE INDEX campaign_status ON campaign (status, closes_at);

CREATE TABLE campaign_event (
  id           TEXT PRIMARY KEY,
  campaign_id  TEXT NOT NULL REFERENCES campaign (id),
  from_status  TEXT,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  actor_kind   TEXT NOT NULL,
  actor_id     TEXT REFERENCES person (id),
  occurred_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX campaign_event_campaign ON campaign_event (campaign_id);

CREATE TABLE campaign_outcome (
  campaign_id      TEXT PRIMARY KEY REFERENCES campaign (id),
  outcome          TEXT NOT NULL CHECK (outcome IN ('reached', 'belowTarget', 'notReached')),
  minimum_cents    INTEGER NOT NULL,
  optimum_cents    INTEGER NOT NULL,
  confirmed_cents  INTEGER NOT NULL,
  pending_cents    INTEGER NOT NULL,
  backers          INTEGER NOT NULL,
  cut_off_at       INTEGER NOT NULL,
  decided_at       INTEGER NOT NULL,
  digest           TEXT NOT NULL
) STRICT;

CREATE TABLE campaign_project (
  campaign_id  TEXT NOT NULL REFERENCES campaign (id),
  project_id   TEXT NOT NULL REFERENCES project (id),
  ranking_id   TEXT NOT NULL REFERENCES ranking (id),
  place        INTEGER NOT NULL,
  ranked       INTEGER NOT NULL,
  votes        INTEGER NOT NULL,
  rule         TEXT NOT NULL,
  digest       TEXT NOT NULL,
  PRIMARY KEY (campaign_id, project_id)
) STRICT;

CREATE TABLE card_mandate (
  id                  TEXT PRIMARY KEY,
  pledge_id           TEXT NOT NULL REFERENCES pledge (id),
  campaign_id         TEXT NOT NULL REFERENCES campaign (id),
  attempt             INTEGER NOT NULL CHECK (attempt > 0),
  provider            TEXT NOT NULL,
  idempotency_key     TEXT NOT NULL UNIQUE,
  amount_cents        INTEGER NOT NULL CHECK (amount_cents > 0),
  currency            TEXT NOT NULL CHECK (currency = 'EUR'),
  wording             TEXT NOT NULL CHECK (length(wording) > 0),
  wording_digest      TEXT NOT NULL,
  status              TEXT NOT NULL CHECK (status IN ('asked', 'saved', 'expired', 'charged',
                        'released')),
  provider_reference  TEXT,
  hosted_page         TEXT,
  customer            TEXT,
  method              TEXT,
  fingerprint         TEXT,
  next_at             INTEGER,
  rounds              INTEGER NOT NULL CHECK (rounds >= 0),
  created_at          INTEGER NOT NULL,
  expires_at          INTEGER NOT NULL,
  updated_at          INTEGER NOT NULL, looked_at INTEGER,
  CHECK (status NOT IN ('saved', 'charged')
         OR (customer IS NOT NULL AND method IS NOT NULL)),
  UNIQUE (pledge_id, attempt),
  UNIQUE (provider, provider_reference)
) STRICT;

CREATE INDEX card_mandate_campaign ON card_mandate (campaign_id, status);

CREATE UNIQUE INDEX card_mandate_saved ON card_mandate (pledge_id) WHERE status = 'saved';

CREATE INDEX card_mandate_status ON card_mandate (status, next_at);

CREATE TRIGGER card_mandate_kept BEFORE UPDATE ON card_mandate
WHEN NEW.pledge_id <> OLD.pledge_id OR NEW.amount_cents <> OLD.amount_cents
  OR NEW.wording <> OLD.wording OR NEW.wording_digest <> OLD.wording_digest
  OR OLD.status IN ('charged', 'released')
BEGIN SELECT RAISE(ABORT, 'what a donor agreed to is never changed'); END;

CREATE TRIGGER card_mandate_never_deleted BEFORE DELETE ON card_mandate
BEGIN SELECT RAISE(ABORT, 'a mandate is never deleted'); END;

CREATE TABLE card_try (
  provider        TEXT NOT NULL,
  try_id          TEXT NOT NULL,
  outcome         TEXT NOT NULL CHECK (outcome IN ('started', 'refused', 'taken')),
  payment_id      TEXT REFERENCES payment (id),
  campaign_id     TEXT NOT NULL REFERENCES campaign (id),
  backer_id       TEXT NOT NULL REFERENCES backer (id),
  address_digest  TEXT,
  card            TEXT,
  occurred_at     INTEGER NOT NULL,
  PRIMARY KEY (provider, try_id, outcome)
) STRICT;

CREATE INDEX card_try_address ON card_try (address_digest, occurred_at);

CREATE INDEX card_try_backer ON card_try (backer_id, occurred_at);

CREATE INDEX card_try_campaign ON card_try (campaign_id, occurred_at);

CREATE INDEX card_try_card ON card_try (card);

CREATE INDEX card_try_payment ON card_try (payment_id);

CREATE INDEX card_try_time ON card_try (occurred_at);

CREATE TABLE census (
  phase_id   TEXT PRIMARY KEY REFERENCES phase (id),
  voters     INTEGER NOT NULL CHECK (voters > 0),
  digest     TEXT NOT NULL,
  frozen_at  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER census_kept BEFORE UPDATE ON census
BEGIN SELECT RAISE(ABORT, 'a frozen census is never changed'); END;

CREATE TRIGGER census_never_deleted BEFORE DELETE ON census
BEGIN SELECT RAISE(ABORT, 'a frozen census is never deleted'); END;

CREATE TABLE constituency (
  id          TEXT PRIMARY KEY,
  process_id  TEXT NOT NULL REFERENCES process (id),
  code        TEXT NOT NULL,
  name_it     TEXT NOT NULL,
  name_en     TEXT NOT NULL,
  position    INTEGER NOT NULL, budget_cents INTEGER CHECK (budget_cents >= 0),
  UNIQUE (process_id, code)
) STRICT;

CREATE TRIGGER constituency_budget_kept BEFORE UPDATE OF budget_cents, code ON constituency
WHEN (NEW.budget_cents IS NOT OLD.budget_cents OR NEW.code IS NOT OLD.code)
 AND EXISTS (SELECT 1 FROM phase WHERE process_id = OLD.process_id
                AND status IN ('open', 'suspended'))
BEGIN SELECT RAISE(ABORT, 'a budget is not changed while a phase is open'); END;

CREATE TABLE credential_conflict (
  id           TEXT PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('address', 'identity')),
  claimant_id  TEXT NOT NULL REFERENCES person (id),
  holder_id    TEXT NOT NULL REFERENCES person (id),
  mark         TEXT NOT NULL,
  sealed       BLOB,
  provider     TEXT,
  scheme       TEXT CHECK (scheme IN ('spid', 'cie')),
  claimed_at   INTEGER NOT NULL,
  ruling       TEXT CHECK (ruling IN ('refused', 'moved')),
  decided_by   TEXT REFERENCES person (id),
  decided_at   INTEGER,
  reason       TEXT,
  CHECK (claimant_id <> holder_id),
  CHECK ((kind = 'identity') = (provider IS NOT NULL)),
  CHECK ((provider IS NULL) = (scheme IS NULL)),
  CHECK ((ruling IS NULL) = (decided_at IS NULL)),
  CHECK ((ruling IS NULL) = (sealed IS NOT NULL)),
  CHECK (ruling IS NULL OR reason <> '')
) STRICT;

CREATE UNIQUE INDEX credential_conflict_once ON credential_conflict (claimant_id, mark)
  WHERE ruling IS NULL;

CREATE INDEX credential_conflict_recent ON credential_conflict (claimed_at);

CREATE TABLE delegate (
  id           TEXT PRIMARY KEY,
  assembly_id  TEXT NOT NULL REFERENCES assembly (id),
  name         TEXT NOT NULL,
  UNIQUE (assembly_id, name)
) STRICT;

CREATE TABLE dispute (
  id                   TEXT PRIMARY KEY,
  payment_id           TEXT NOT NULL REFERENCES payment (id),
  pledge_id            TEXT NOT NULL REFERENCES pledge (id),
  campaign_id          TEXT NOT NULL REFERENCES campaign (id),
  provider             TEXT NOT NULL,
  provider_dispute_id  TEXT NOT NULL,
  amount_cents         INTEGER NOT NULL CHECK (amount_cents > 0),
  fee_cents            INTEGER NOT NULL CHECK (fee_cents >= 0),
  fee_returned         INTEGER NOT NULL,
  currency             TEXT NOT NULL CHECK (currency = 'EUR'),
  status               TEXT NOT NULL CHECK (status IN ('inquiry', 'evidenceNeeded',
                         'underReview', 'won', 'lost', 'accepted', 'closed')),
  reason               TEXT NOT NULL,
  evidence_due_at      INTEGER,
  opened_at            INTEGER NOT NULL,
  updated_at           INTEGER NOT NULL,
  UNIQUE (provider, provider_dispute_id)
) STRICT;

CREATE INDEX dispute_campaign ON dispute (campaign_id, status);

CREATE INDEX dispute_payment ON dispute (payment_id);

CREATE INDEX dispute_status ON dispute (status, opened_at);

CREATE TABLE expected_payment (
  their_pledge_id      TEXT PRIMARY KEY,
  pledge_id            TEXT NOT NULL UNIQUE REFERENCES pledge (id),
  payment_id           TEXT UNIQUE REFERENCES payment (id),
  reference            TEXT,
  provider             TEXT,
  provider_payment_id  TEXT,
  donor_name           TEXT NOT NULL,
  donor_iban           TEXT NOT NULL,
  digest               TEXT NOT NULL,
  imported_at          INTEGER NOT NULL,
  UNIQUE (provider, provider_payment_id)
) STRICT;

CREATE INDEX expected_payment_iban ON expected_payment (donor_iban);

CREATE INDEX expected_payment_reference ON expected_payment (reference);

CREATE TABLE fiscal_identity (
  person_id      TEXT PRIMARY KEY REFERENCES person (id),
  fiscal_mark    TEXT NOT NULL UNIQUE,
  fiscal_sealed  BLOB NOT NULL,
  first_seen_at  INTEGER NOT NULL,
  last_seen_at   INTEGER NOT NULL
) STRICT;

CREATE TABLE invitation (
  id            TEXT PRIMARY KEY,
  token_hash    TEXT NOT NULL UNIQUE,
  email         TEXT NOT NULL,
  email_key     TEXT NOT NULL,
  name          TEXT NOT NULL,
  language      TEXT NOT NULL CHECK (language IN ('it', 'en')),
  role          TEXT NOT NULL CHECK (role IN ('administrator', 'treasurer', 'reviewer',
                  'facilitator', 'campaignOwner', 'fulfilment', 'mediator', 'auditor',
                  'backer', 'voter')),
  scope_kind    TEXT NOT NULL CHECK (scope_kind IN ('platform', 'organisation', 'process',
                  'campaign')),
  scope_id      TEXT NOT NULL,
  invited_by    TEXT NOT NULL REFERENCES person (id),
  invited_at    INTEGER NOT NULL,
  accepted_at   INTEGER,
  accepted_by   TEXT REFERENCES person (id),
  withdrawn_at  INTEGER,
  CHECK ((scope_kind = 'platform') = (scope_id = '')),
  CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
  CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
) STRICT;

CREATE UNIQUE INDEX invitation_open ON invitation (email_key, role, scope_kind, scope_id)
  WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE journal_entry (
  id               TEXT PRIMARY KEY,
  kind             TEXT NOT NULL CHECK (kind IN ('captured', 'matchDeposited', 'matchAdded', 'matchReturned', 'matchReleased', 'providerFee', 'transferMatched',
                     'transferUnmatched', 'suspenseAllocated', 'campaignSettled',
                     'refundDecided', 'creditReturned', 'payoutAnnounced', 'payoutReceived',
                     'bankFee', 'payoutOrdered', 'transferSent', 'transferReturned', 'refundTransferred', 'refundConfirmed', 'refundFailed', 'disputeOpened', 'disputeWon', 'disputeLost', 'reversal')),
  idempotency_key  TEXT NOT NULL UNIQUE,
  content_digest   TEXT NOT NULL,
  lines            INTEGER NOT NULL CHECK (lines >= 2),
  effective_on     TEXT NOT NULL,
  recorded_at      INTEGER NOT NULL,
  cause_kind       TEXT NOT NULL CHECK (cause_kind IN ('payment', 'webhookEvent',
                     'statementLine', 'matchFund', 'campaign', 'pledge', 'act', 'movement', 'payout', 'refund', 'dispute')),
  cause_id         TEXT NOT NULL,
  actor_kind       TEXT NOT NULL CHECK (actor_kind IN ('visitor', 'person', 'system',
                     'operator')),
  actor_id         TEXT REFERENCES person (id),
  reverses         TEXT UNIQUE REFERENCES journal_entry (id),
  CHECK ((kind = 'reversal') = (reverses IS NOT NULL))
) STRICT;

CREATE INDEX journal_entry_cause ON journal_entry (cause_kind, cause_id);

CREATE INDEX journal_entry_effective ON journal_entry (effective_on, id);

CREATE INDEX journal_entry_recorded ON journal_entry (recorded_at);

CREATE TRIGGER journal_entry_kept BEFORE UPDATE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'a journal entry is never changed'); END;

CREATE TRIGGER journal_entry_never_deleted BEFORE DELETE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'a journal entry is never deleted'); END;

CREATE TRIGGER journal_entry_opens AFTER INSERT ON journal_entry
BEGIN INSERT INTO journal_open VALUES (NEW.id, 0, NEW.lines); END;

CREATE TRIGGER journal_entry_waits AFTER INSERT ON journal_entry
BEGIN INSERT INTO unsealed_entry (journal_entry_id) VALUES (NEW.id); END;

CREATE TABLE journal_open (
  journal_entry_id  TEXT PRIMARY KEY REFERENCES journal_entry (id),
  sum_cents         INTEGER NOT NULL REFERENCES zero (value) DEFERRABLE INITIALLY DEFERRED,
  missing_lines     INTEGER NOT NULL REFERENCES zero (value) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE leader_term (
  name        TEXT PRIMARY KEY,
  leader      TEXT NOT NULL,
  elected_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  CHECK (expires_at > elected_at)
) STRICT;

CREATE TABLE ledger_block (
  number         INTEGER PRIMARY KEY CHECK (number > 0),
  previous_hash  TEXT NOT NULL UNIQUE,
  sealed_at      INTEGER NOT NULL,
  entries        INTEGER NOT NULL CHECK (entries > 0),
  postings       INTEGER NOT NULL CHECK (postings >= 0),
  debits_cents   INTEGER NOT NULL CHECK (debits_cents >= 0),
  entries_hash   TEXT NOT NULL,
  hash           TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER ledger_block_kept BEFORE UPDATE ON ledger_block
BEGIN SELECT RAISE(ABORT, 'a block is never changed'); END;

CREATE TRIGGER ledger_block_never_deleted BEFORE DELETE ON ledger_block
BEGIN SELECT RAISE(ABORT, 'a block is never deleted'); END;

CREATE TABLE ledger_head (
  day           TEXT PRIMARY KEY,
  block_number  INTEGER NOT NULL,
  hash          TEXT NOT NULL,
  entries       INTEGER NOT NULL,
  postings      INTEGER NOT NULL,
  debits_cents  INTEGER NOT NULL,
  published_at  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER ledger_head_kept BEFORE UPDATE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'a published head is never changed'); END;

CREATE TRIGGER ledger_head_never_deleted BEFORE DELETE ON ledger_head
BEGIN SELECT RAISE(ABORT, 'a published head is never deleted'); END;

CREATE TABLE line_match (
  id                TEXT PRIMARY KEY,
  line_id           TEXT NOT NULL REFERENCES statement_line (id),
  status            TEXT NOT NULL CHECK (status IN ('waiting', 'matched', 'suspense',
                      'ignored', 'undone')),
  reason            TEXT NOT NULL,
  pledge_id         TEXT REFERENCES pledge (id),
  journal_entry_id  TEXT REFERENCES journal_entry (id),
  automatic         INTEGER NOT NULL,
  note              TEXT NOT NULL,
  decided_by        TEXT REFERENCES person (id),
  decided_at        INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX line_match_current ON line_match (line_id) WHERE status <> 'undone';

CREATE UNIQUE INDEX line_match_settlement ON line_match (note)
 WHERE reason = 'settlement' AND status = 'matched';

CREATE INDEX line_match_status ON line_match (status, decided_at);

CREATE TABLE mail_message (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL,
  unique_key  TEXT NOT NULL UNIQUE,
  to_address  TEXT NOT NULL,
  to_name     TEXT NOT NULL,
  language    TEXT NOT NULL CHECK (language IN ('it', 'en')),
  subject     TEXT NOT NULL,
  text_body   TEXT NOT NULL,
  html_body   TEXT NOT NULL,
  status      TEXT NOT NULL CHECK (status IN ('queued', 'sent', 'failed')),
  last_error  TEXT,
  created_at  INTEGER NOT NULL,
  sent_at     INTEGER
) STRICT;

CREATE INDEX mail_message_recent ON mail_message (created_at);

CREATE INDEX mail_message_unsent ON mail_message (status, created_at)
  WHERE status <> 'sent';

CREATE TABLE match_commitment (
  fund_id          TEXT NOT NULL REFERENCES match_fund (id),
  campaign_id      TEXT NOT NULL REFERENCES campaign (id),
  committed_cents  INTEGER NOT NULL CHECK (committed_cents >= 0),
  movements        INTEGER NOT NULL CHECK (movements >= 0),
  status           TEXT NOT NULL CHECK (status IN ('offered', 'reserved', 'due', 'released',
                     'clawedBack')),
  PRIMARY KEY (fund_id, campaign_id)
) STRICT;

CREATE INDEX match_commitment_campaign ON match_commitment (campaign_id);

CREATE TABLE match_fund (
  id                TEXT PRIMARY KEY,
  code              TEXT NOT NULL UNIQUE,
  sponsor           TEXT NOT NULL,
  rule              TEXT NOT NULL CHECK (rule IN ('share', 'bonus', 'multiply', 'perDonor')),
  percent           INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 1000),
  amount_cents      INTEGER NOT NULL CHECK (amount_cents >= 0),
  cap_cents         INTEGER NOT NULL CHECK (cap_cents > 0),
  status            TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  created_by        TEXT REFERENCES person (id),
  created_at        INTEGER NOT NULL,
  closed_at         INTEGER,
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
) STRICT;

CREATE TABLE migration (
  number      INTEGER PRIMARY KEY,
  title       TEXT NOT NULL,
  checksum    TEXT NOT NULL,
  applied_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE money_environment (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  environment  TEXT NOT NULL CHECK (environment IN ('test', 'live')),
  bound_at     INTEGER NOT NULL
) STRICT;

CREATE TRIGGER money_environment_kept BEFORE UPDATE ON money_environment
BEGIN SELECT RAISE(ABORT, 'the environment of the money is never changed'); END;

CREATE TRIGGER money_environment_never_deleted BEFORE DELETE ON money_environment
BEGIN SELECT RAISE(ABORT, 'the environment of the money is never changed'); END;

CREATE TABLE money_exception (
  id          TEXT PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('amount', 'currency', 'liveMode', 'reference',
                'unknownObject', 'rewardLost', 'paidTwice', 'campaignOver', 'payoutAfterAll', 'fraudWarning', 'cardTesting', 'cardShared', 'settlementDiffers', 'settlementFailed', 'movementDiffers', 'providerRefused', 'refundUnexpected', 'refundRefused', 'disputeUnexpected', 'refundUncovered')),
  payment_id  TEXT REFERENCES payment (id),
  object_id   TEXT NOT NULL,
  expected    TEXT NOT NULL,
  found       TEXT NOT NULL,
  opened_at   INTEGER NOT NULL,
  closed_at   INTEGER,
  closed_by   TEXT REFERENCES person (id),
  note        TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX money_exception_open ON money_exception (kind, object_id)
  WHERE closed_at IS NULL;

CREATE INDEX money_exception_payment ON money_exception (payment_id);

CREATE TABLE money_step (
  object_id    TEXT NOT NULL,
  ordinal      INTEGER NOT NULL,
  from_status  TEXT,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  person_id    TEXT REFERENCES person (id),
  occurred_at  INTEGER NOT NULL,
  PRIMARY KEY (object_id, ordinal)
) STRICT;

CREATE TRIGGER money_step_kept BEFORE UPDATE ON money_step
BEGIN SELECT RAISE(ABORT, 'a history is never changed'); END;

CREATE TRIGGER money_step_never_deleted BEFORE DELETE ON money_step
BEGIN SELECT RAISE(ABORT, 'a history is never deleted'); END;

CREATE TABLE organisation (
  id          TEXT PRIMARY KEY,
  slug        TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  tax_code    TEXT NOT NULL,
  place       TEXT NOT NULL,
  about_it    TEXT NOT NULL,
  about_en    TEXT NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE passkey (
  id            TEXT PRIMARY KEY,
  person_id     TEXT NOT NULL REFERENCES person (id),
  credential    BLOB NOT NULL UNIQUE,
  algorithm     TEXT NOT NULL CHECK (algorithm IN ('es256', 'eddsa', 'rs256')),
  public_key    BLOB NOT NULL,
  name          TEXT NOT NULL,
  sign_count    INTEGER NOT NULL CHECK (sign_count >= 0),
  may_back_up   INTEGER NOT NULL,
  backed_up     INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  last_used_at  INTEGER
) STRICT;

CREATE INDEX passkey_person ON passkey (person_id);

CREATE TABLE passkey_challenge (
  hash        TEXT PRIMARY KEY,
  purpose     TEXT NOT NULL CHECK (purpose IN ('add', 'signIn', 'prove')),
  bound_to    TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  used_at     INTEGER
) STRICT;

CREATE INDEX passkey_challenge_over ON passkey_challenge (expires_at);

CREATE TABLE payee_account (
  id               TEXT PRIMARY KEY,
  organisation_id  TEXT NOT NULL REFERENCES organisation (id),
  iban             TEXT NOT NULL,
  holder           TEXT NOT NULL CHECK (length(holder) BETWEEN 1 AND 70),
  entered_by       TEXT NOT NULL REFERENCES person (id),
  entered_at       INTEGER NOT NULL,
  verified_by      TEXT REFERENCES person (id),
  verified_at      INTEGER,
  CHECK ((verified_by IS NULL) = (verified_at IS NULL)),
  CHECK (verified_by IS NULL OR verified_by <> entered_by)
) STRICT;

CREATE INDEX payee_account_organisation ON payee_account (organisation_id, entered_at);

CREATE TRIGGER payee_account_kept BEFORE UPDATE ON payee_account
WHEN NEW.iban <> OLD.iban OR NEW.holder <> OLD.holder OR NEW.entered_by <> OLD.entered_by
  OR NEW.organisation_id <> OLD.organisation_id OR NEW.entered_at <> OLD.entered_at
  OR OLD.verified_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an account is never changed: another one is entered'); END;

CREATE TRIGGER payee_account_never_deleted BEFORE DELETE ON payee_account
BEGIN SELECT RAISE(ABORT, 'an account is never deleted'); END;

CREATE TABLE payment (
  id                   TEXT PRIMARY KEY,
  pledge_id            TEXT NOT NULL REFERENCES pledge (id),
  campaign_id          TEXT NOT NULL REFERENCES campaign (id),
  attempt              INTEGER NOT NULL CHECK (attempt > 0),
  provider             TEXT NOT NULL,
  provider_payment_id  TEXT,
  idempotency_key      TEXT NOT NULL UNIQUE,
  amount_cents         INTEGER NOT NULL CHECK (amount_cents > 0),
  shipping_cents       INTEGER NOT NULL CHECK (shipping_cents >= 0),
  currency             TEXT NOT NULL CHECK (currency = 'EUR'),
  status               TEXT NOT NULL CHECK (status IN ('created', 'requiresAction',
                         'processing', 'succeeded', 'failed', 'expired', 'cancelled',
                         'reviewHold')),
  failure              TEXT CHECK (failure IN ('declined', 'notAuthenticated',
                         'providerUnavailable', 'other')),
  hosted_page          TEXT,
  created_at           INTEGER NOT NULL,
  updated_at           INTEGER NOT NULL,
  expires_at           INTEGER NOT NULL, asked_at INTEGER,
  CHECK (shipping_cents <= amount_cents),
  UNIQUE (pledge_id, attempt),
  UNIQUE (provider, provider_payment_id)
) STRICT;

CREATE INDEX payment_campaign ON payment (campaign_id, created_at);

CREATE INDEX payment_recent ON payment (created_at);

CREATE INDEX payment_status ON payment (status, created_at);

CREATE TABLE payment_event (
  payment_id   TEXT NOT NULL REFERENCES payment (id),
  ordinal      INTEGER NOT NULL,
  from_status  TEXT,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  cause        TEXT NOT NULL,
  occurred_at  INTEGER NOT NULL,
  PRIMARY KEY (payment_id, ordinal)
) STRICT;

CREATE TRIGGER payment_event_kept BEFORE UPDATE ON payment_event
BEGIN SELECT RAISE(ABORT, 'the history of a payment is never changed'); END;

CREATE TRIGGER payment_event_never_deleted BEFORE DELETE ON payment_event
BEGIN SELECT RAISE(ABORT, 'the history of a payment is never deleted'); END;

CREATE TABLE payment_name (
  provider    TEXT NOT NULL,
  name        TEXT NOT NULL,
  payment_id  TEXT NOT NULL REFERENCES payment (id),
  PRIMARY KEY (provider, name)
) STRICT;

CREATE TABLE payout (
  id             TEXT PRIMARY KEY,
  campaign_id    TEXT NOT NULL REFERENCES campaign (id),
  account_id     TEXT NOT NULL REFERENCES payee_account (id),
  amount_cents   INTEGER NOT NULL CHECK (amount_cents > 0),
  currency       TEXT NOT NULL CHECK (currency = 'EUR'),
  end_to_end     TEXT NOT NULL UNIQUE,
  status         TEXT NOT NULL CHECK (status IN ('proposed', 'approved', 'submitted', 'paid',
                   'returned', 'failed', 'cancelled')),
  proposed_by    TEXT NOT NULL REFERENCES person (id),
  proposed_at    INTEGER NOT NULL,
  approved_by    TEXT REFERENCES person (id),
  bank_file_id   TEXT REFERENCES bank_file (id),
  updated_at     INTEGER NOT NULL,
  CHECK (approved_by IS NULL OR approved_by <> proposed_by),
  CHECK (status IN ('proposed', 'cancelled') OR approved_by IS NOT NULL),
  CHECK (status IN ('proposed', 'approved', 'cancelled') OR bank_file_id IS NOT NULL)
) STRICT;

CREATE INDEX payout_campaign ON payout (campaign_id, status);

CREATE INDEX payout_status ON payout (status, proposed_at);

CREATE TRIGGER payout_kept BEFORE UPDATE ON payout
WHEN NEW.amount_cents <> OLD.amount_cents OR NEW.account_id <> OLD.account_id
  OR NEW.proposed_by <> OLD.proposed_by OR NEW.campaign_id <> OLD.campaign_id
  OR NEW.end_to_end <> OLD.end_to_end
  OR OLD.approved_by IS NOT NULL AND NEW.approved_by IS NOT OLD.approved_by
BEGIN SELECT RAISE(ABORT, 'what a payout is about is never changed'); END;

CREATE TRIGGER payout_never_deleted BEFORE DELETE ON payout
BEGIN SELECT RAISE(ABORT, 'a payout is never deleted'); END;

CREATE TABLE person (
  id          TEXT PRIMARY KEY,
  email       TEXT NOT NULL,
  email_key   TEXT NOT NULL UNIQUE,
  name        TEXT NOT NULL,
  language    TEXT NOT NULL CHECK (language IN ('it', 'en')),
  created_at  INTEGER NOT NULL
, email_verified_at INTEGER) STRICT;

CREATE TABLE phase (
  id          TEXT PRIMARY KEY,
  process_id  TEXT NOT NULL REFERENCES process (id),
  position    INTEGER NOT NULL CHECK (position > 0),
  kind        TEXT NOT NULL CHECK (kind IN ('budget', 'priorities', 'delegates', 'ideas',
                'support', 'coDesign', 'projects', 'vote', 'votesAndPurchases', 'ranking',
                'crowdfunding')),
  opens_on    TEXT NOT NULL,
  closes_on   TEXT NOT NULL,
  status      TEXT NOT NULL CHECK (status IN ('configured', 'open', 'suspended', 'closed')),
  rule        TEXT,
  opening     TEXT,
  digest      TEXT,
  opened_at   INTEGER,
  UNIQUE (process_id, position),
  CHECK (opens_on <= closes_on),
  CHECK ((status = 'configured') = (opening IS NULL)),
  CHECK ((opening IS NULL) = (digest IS NULL) AND (opening IS NULL) = (opened_at IS NULL)),
  CHECK (opening IS NULL OR rule IS NOT NULL)
) STRICT;

CREATE INDEX phase_due ON phase (opens_on) WHERE status IN ('configured', 'open');

CREATE TRIGGER phase_never_deleted BEFORE DELETE ON phase WHEN OLD.status <> 'configured'
BEGIN SELECT RAISE(ABORT, 'an opened phase is never deleted'); END;

CREATE TRIGGER phase_rule_kept BEFORE UPDATE ON phase
WHEN OLD.status <> 'configured'
 AND (NEW.status = 'configured' OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
      OR NEW.rule IS NOT OLD.rule OR NEW.opening IS NOT OLD.opening
      OR NEW.digest IS NOT OLD.digest OR NEW.opened_at IS NOT OLD.opened_at)
BEGIN SELECT RAISE(ABORT, 'the rule of an opened phase is never changed'); END;

CREATE TABLE phase_event (
  id           TEXT PRIMARY KEY,
  phase_id     TEXT NOT NULL REFERENCES phase (id),
  event        TEXT NOT NULL CHECK (event IN ('opened', 'suspended', 'resumed', 'prolonged',
                 'closed')),
  from_status  TEXT NOT NULL,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  actor_id     TEXT REFERENCES person (id),
  occurred_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX phase_event_phase ON phase_event (phase_id);

CREATE TRIGGER phase_event_kept BEFORE UPDATE ON phase_event
BEGIN SELECT RAISE(ABORT, 'a phase''s history is never changed'); END;

CREATE TRIGGER phase_event_never_deleted BEFORE DELETE ON phase_event
BEGIN SELECT RAISE(ABORT, 'a phase''s history is never deleted'); END;

CREATE TABLE pick_up_point (
  id               TEXT PRIMARY KEY,
  organisation_id  TEXT NOT NULL REFERENCES organisation (id),
  name             TEXT NOT NULL,
  address          TEXT NOT NULL,
  hours_it         TEXT NOT NULL,
  hours_en         TEXT NOT NULL
) STRICT;

CREATE TABLE pledge (
  id                  TEXT PRIMARY KEY,
  reference           TEXT NOT NULL UNIQUE,
  transfer_reference  TEXT NOT NULL UNIQUE,
  access_key          TEXT NOT NULL UNIQUE,
  form_token          TEXT NOT NULL UNIQUE,
  form_digest         TEXT NOT NULL,
  campaign_id         TEXT NOT NULL REFERENCES campaign (id),
  reward_id           TEXT REFERENCES reward (id),
  backer_id           TEXT NOT NULL REFERENCES backer (id),
  donor_name          TEXT NOT NULL,
  language            TEXT NOT NULL CHECK (language IN ('it', 'en')),
  amount_cents        INTEGER NOT NULL CHECK (amount_cents > 0),
  shipping_cents      INTEGER NOT NULL CHECK (shipping_cents >= 0),
  reward_value_cents  INTEGER NOT NULL CHECK (reward_value_cents >= 0),
  currency            TEXT NOT NULL CHECK (currency = 'EUR'),
  method              TEXT NOT NULL CHECK (method IN ('card', 'bankTransfer')),
  status              TEXT NOT NULL CHECK (status IN ('reserved', 'awaitingPayment',
                        'authorised', 'confirmed', 'paymentFailed', 'lapsed',
                        'cancelledByDonor', 'cancelledByAdmin', 'closed')),
  name_public         INTEGER NOT NULL,
  amount_public       INTEGER NOT NULL,
  name_to_owner       INTEGER NOT NULL,
  tax_code            TEXT,
  ship_street         TEXT,
  ship_postcode       TEXT,
  ship_city           TEXT,
  ship_province       TEXT,
  reward_lost         INTEGER NOT NULL,
  expires_at          INTEGER,
  created_at          INTEGER NOT NULL,
  confirmed_at        INTEGER,
  CHECK (reward_value_cents + shipping_cents <= amount_cents)
) STRICT;

CREATE INDEX pledge_backer ON pledge (backer_id);

CREATE INDEX pledge_campaign ON pledge (campaign_id, status, created_at);

CREATE INDEX pledge_expiring ON pledge (expires_at)
  WHERE status IN ('reserved', 'awaitingPayment', 'paymentFailed');

CREATE INDEX pledge_reward ON pledge (reward_id, status);

CREATE INDEX pledge_reward_lost ON pledge (created_at) WHERE reward_lost;

CREATE INDEX pledge_tax_code_clear ON pledge (id) WHERE tax_code IS NOT NULL;

CREATE TRIGGER pledge_tax_code_inserted BEFORE INSERT ON pledge
WHEN NEW.tax_code IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a tax code is stored sealed'); END;

CREATE TRIGGER pledge_tax_code_updated BEFORE UPDATE OF tax_code ON pledge
WHEN NEW.tax_code IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a tax code is stored sealed'); END;

CREATE TABLE pledge_event (
  id           TEXT PRIMARY KEY,
  pledge_id    TEXT NOT NULL REFERENCES pledge (id),
  from_status  TEXT,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  actor_kind   TEXT NOT NULL,
  actor_id     TEXT REFERENCES person (id),
  occurred_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX pledge_event_pledge ON pledge_event (pledge_id);

CREATE TABLE pledge_tax_code (
  pledge_id  TEXT PRIMARY KEY REFERENCES pledge (id),
  sealed     BLOB NOT NULL
) STRICT;

CREATE TABLE posting (
  journal_entry_id  TEXT NOT NULL REFERENCES journal_entry (id),
  line              INTEGER NOT NULL,
  account_code      TEXT NOT NULL REFERENCES account (code),
  amount_cents      INTEGER NOT NULL CHECK (amount_cents <> 0),
  currency          TEXT NOT NULL CHECK (currency = 'EUR'),
  campaign_id       TEXT REFERENCES campaign (id),
  pledge_id         TEXT REFERENCES pledge (id),
  payment_id        TEXT REFERENCES payment (id),
  PRIMARY KEY (journal_entry_id, line)
) STRICT;

CREATE INDEX posting_account ON posting (account_code, journal_entry_id);

CREATE INDEX posting_pledge ON posting (pledge_id);

CREATE INDEX posting_provider_fee ON posting (campaign_id, account_code, amount_cents)
  WHERE substr(account_code, 1, 13) = 'provider_fee:';

CREATE INDEX posting_raised ON posting (campaign_id, account_code, amount_cents)
  WHERE pledge_id IS NOT NULL;

CREATE TRIGGER posting_counts AFTER INSERT ON posting
BEGIN
  SELECT RAISE(ABORT, 'a journal entry takes no further posting')
   WHERE NOT EXISTS (SELECT 1 FROM journal_open o
                      WHERE o.journal_entry_id = NEW.journal_entry_id);
  UPDATE journal_open
     SET sum_cents = sum_cents + NEW.amount_cents, missing_lines = missing_lines - 1
   WHERE journal_entry_id = NEW.journal_entry_id;
  DELETE FROM journal_open
   WHERE journal_entry_id = NEW.journal_entry_id AND sum_cents = 0 AND missing_lines = 0;
  UPDATE account_total SET posted_cents = posted_cents + NEW.amount_cents
   WHERE account_code = NEW.account_code;
END;

CREATE TRIGGER posting_kept BEFORE UPDATE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END;

CREATE TRIGGER posting_never_deleted BEFORE DELETE ON posting
BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;

CREATE TABLE process (
  id               TEXT PRIMARY KEY,
  organisation_id  TEXT NOT NULL REFERENCES organisation (id),
  slug             TEXT NOT NULL UNIQUE,
  title_it         TEXT NOT NULL,
  title_en         TEXT NOT NULL,
  summary_it       TEXT NOT NULL,
  summary_en       TEXT NOT NULL,
  created_at       INTEGER NOT NULL
, template TEXT NOT NULL DEFAULT 'importedRanking'
  CHECK (template IN ('bipart', 'classic', 'portoAlegre', 'socialFarm', 'school',
    'importedRanking'))) STRICT;

CREATE TABLE project (
  id               TEXT PRIMARY KEY,
  process_id       TEXT NOT NULL REFERENCES process (id),
  constituency_id  TEXT NOT NULL REFERENCES constituency (id),
  external_id      TEXT NOT NULL,
  title            TEXT NOT NULL,
  summary          TEXT NOT NULL,
  cost_cents       INTEGER CHECK (cost_cents >= 0),
  status           TEXT NOT NULL CHECK (status IN ('voted', 'withdrawn', 'merged')),
  merged_into      TEXT REFERENCES project (id),
  created_at       INTEGER NOT NULL,
  UNIQUE (constituency_id, external_id),
  CHECK ((status = 'merged') = (merged_into IS NOT NULL))
) STRICT;

CREATE TABLE proposal (
  id               TEXT PRIMARY KEY,
  process_id       TEXT NOT NULL REFERENCES process (id),
  constituency_id  TEXT NOT NULL REFERENCES constituency (id),
  number           INTEGER NOT NULL CHECK (number > 0),
  title            TEXT NOT NULL,
  text             TEXT NOT NULL,
  cost_cents       INTEGER CHECK (cost_cents >= 0),
  assembly_id      TEXT REFERENCES assembly (id),
  author_id        TEXT REFERENCES person (id),
  status           TEXT NOT NULL CHECK (status IN ('submitted', 'published', 'refused',
                     'withdrawn', 'merged', 'split')),
  form_key         TEXT UNIQUE,
  created_at       INTEGER NOT NULL,
  UNIQUE (process_id, number),
  CHECK (assembly_id IS NULL OR author_id IS NULL)
) STRICT;

CREATE INDEX proposal_assembly ON proposal (assembly_id);

CREATE INDEX proposal_author ON proposal (author_id, process_id);

CREATE TRIGGER proposal_never_deleted BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'a proposal is never deleted'); END;

CREATE TRIGGER proposal_words_kept BEFORE UPDATE ON proposal
WHEN NEW.title <> OLD.title OR NEW.text <> OLD.text OR NEW.cost_cents IS NOT OLD.cost_cents
  OR NEW.number <> OLD.number OR NEW.constituency_id <> OLD.constituency_id
  OR NEW.process_id <> OLD.process_id
BEGIN SELECT RAISE(ABORT, 'the words of a proposal never change'); END;

CREATE TABLE proposal_descent (
  source_id  TEXT NOT NULL REFERENCES proposal (id),
  target_id  TEXT NOT NULL REFERENCES proposal (id),
  descent    TEXT NOT NULL CHECK (descent IN ('merged', 'split', 'reproposed')),
  PRIMARY KEY (source_id, target_id),
  CHECK (source_id <> target_id)
) STRICT;

CREATE INDEX proposal_descent_target ON proposal_descent (target_id);

CREATE TRIGGER proposal_descent_kept BEFORE UPDATE ON proposal_descent
BEGIN SELECT RAISE(ABORT, 'a lineage is never changed'); END;

CREATE TRIGGER proposal_descent_never_deleted BEFORE DELETE ON proposal_descent
BEGIN SELECT RAISE(ABORT, 'a lineage is never deleted'); END;

CREATE TABLE proposal_event (
  id           TEXT PRIMARY KEY,
  proposal_id  TEXT NOT NULL REFERENCES proposal (id),
  event        TEXT NOT NULL CHECK (event IN ('published', 'refused', 'withdrawn', 'merged',
                 'split')),
  from_status  TEXT NOT NULL,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  actor_id     TEXT REFERENCES person (id),
  occurred_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX proposal_event_proposal ON proposal_event (proposal_id);

CREATE TRIGGER proposal_event_kept BEFORE UPDATE ON proposal_event
BEGIN SELECT RAISE(ABORT, 'a proposal''s history is never changed'); END;

CREATE TRIGGER proposal_event_never_deleted BEFORE DELETE ON proposal_event
BEGIN SELECT RAISE(ABORT, 'a proposal''s history is never deleted'); END;

CREATE TABLE provider_movement (
  provider     TEXT NOT NULL,
  reference    TEXT NOT NULL,
  kind         TEXT NOT NULL CHECK (kind IN ('capture', 'refund', 'refundFailed',
                 'disputeWithdrawn', 'disputeReinstated', 'fee', 'settlement',
                 'settlementFailed', 'other')),
  object_id    TEXT NOT NULL,
  payment_id   TEXT REFERENCES payment (id),
  gross_cents  INTEGER NOT NULL,
  fee_cents    INTEGER NOT NULL,
  currency     TEXT NOT NULL,
  occurred_at  INTEGER NOT NULL, settlement TEXT, payment_name TEXT,
  PRIMARY KEY (provider, reference)
) STRICT;

CREATE INDEX provider_movement_occurred ON provider_movement (provider, occurred_at);

CREATE INDEX provider_movement_payment ON provider_movement (payment_id);

CREATE INDEX provider_movement_reference ON provider_movement (reference);

CREATE INDEX provider_movement_settlement ON provider_movement (provider, settlement);

CREATE INDEX provider_movement_settlements ON provider_movement (provider, occurred_at)
 WHERE kind IN ('settlement', 'settlementFailed');

CREATE INDEX provider_movement_transfers ON provider_movement (gross_cents)
 WHERE kind = 'settlement';

CREATE INDEX provider_movement_unowned ON provider_movement (provider, occurred_at)
 WHERE payment_id IS NULL;

CREATE TABLE provider_poll (
  provider      TEXT PRIMARY KEY,
  polled_until  INTEGER NOT NULL
) STRICT;

CREATE TABLE queue_pause (
  queue      TEXT PRIMARY KEY,
  paused_at  INTEGER NOT NULL,
  paused_by  TEXT REFERENCES person (id)
) STRICT;

CREATE TABLE ranking (
  id               TEXT PRIMARY KEY,
  process_id       TEXT NOT NULL REFERENCES process (id),
  constituency_id  TEXT NOT NULL REFERENCES constituency (id),
  vote_import_id   TEXT NOT NULL REFERENCES vote_import (id),
  status           TEXT NOT NULL CHECK (status IN ('provisional', 'tieOpen', 'certified',
                     'superseded')),
  rule             TEXT NOT NULL,
  winners          INTEGER CHECK (winners > 0),
  electors         INTEGER,
  ballots          INTEGER,
  created_at       INTEGER NOT NULL,
  certified_at     INTEGER,
  certified_by     TEXT REFERENCES person (id),
  certificate      TEXT,
  digest           TEXT,
  CHECK (status <> 'certified' OR (certificate IS NOT NULL AND digest IS NOT NULL))
) STRICT;

CREATE UNIQUE INDEX ranking_certified_once ON ranking (constituency_id)
  WHERE status = 'certified';

CREATE TABLE ranking_event (
  id           TEXT PRIMARY KEY,
  ranking_id   TEXT NOT NULL REFERENCES ranking (id),
  from_status  TEXT,
  to_status    TEXT NOT NULL,
  reason       TEXT NOT NULL,
  actor_id     TEXT REFERENCES person (id),
  occurred_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX ranking_event_ranking ON ranking_event (ranking_id);

CREATE TABLE ranking_row (
  ranking_id  TEXT NOT NULL REFERENCES ranking (id),
  project_id  TEXT NOT NULL REFERENCES project (id),
  votes       INTEGER NOT NULL CHECK (votes >= 0),
  place       INTEGER NOT NULL CHECK (place > 0),
  shared      INTEGER NOT NULL,
  sequence    INTEGER NOT NULL,
  PRIMARY KEY (ranking_id, project_id)
) STRICT;

CREATE TABLE recovery_code (
  mark        TEXT PRIMARY KEY,
  person_id   TEXT NOT NULL REFERENCES person (id),
  created_at  INTEGER NOT NULL,
  used_at     INTEGER
) STRICT;

CREATE INDEX recovery_code_person ON recovery_code (person_id);

CREATE TABLE refund (
  id                  TEXT PRIMARY KEY,
  payment_id          TEXT NOT NULL REFERENCES payment (id),
  pledge_id           TEXT NOT NULL REFERENCES pledge (id),
  campaign_id         TEXT NOT NULL REFERENCES campaign (id),
  provider            TEXT NOT NULL,
  provider_refund_id  TEXT,
  idempotency_key     TEXT NOT NULL UNIQUE,
  reward_cents        INTEGER NOT NULL CHECK (reward_cents >= 0),
  gift_cents          INTEGER NOT NULL CHECK (gift_cents >= 0),
  shipping_cents      INTEGER NOT NULL CHECK (shipping_cents >= 0),
  amount_cents        INTEGER NOT NULL CHECK (amount_cents > 0),
  currency            TEXT NOT NULL CHECK (currency = 'EUR'),
  reason              TEXT NOT NULL CHECK (reason IN ('campaignFailed', 'campaignCancelled',
                        'withdrawal', 'askedByDonor', 'rewardMissing', 'paidTwice', 'fraud',
                        'unknown')),
  origin              TEXT NOT NULL CHECK (origin IN ('desk', 'donor', 'rule', 'provider')),
  status              TEXT NOT NULL CHECK (status IN ('requested', 'rejected', 'approved',
                        'submitted', 'pendingAtProvider', 'succeeded', 'failedRetryable',
                        'failedPermanent', 'manualTransferNeeded', 'manualPaid', 'unclaimed', 'sentAgain')),
  requested_by        TEXT REFERENCES person (id),
  requested_at        INTEGER NOT NULL,
  decided_by          TEXT REFERENCES person (id),
  updated_at          INTEGER NOT NULL, resent_cents INTEGER NOT NULL DEFAULT 0
  CHECK (resent_cents BETWEEN 0 AND amount_cents),
  CHECK (amount_cents = reward_cents + gift_cents + shipping_cents),
  CHECK (requested_by IS NULL OR decided_by IS NULL OR decided_by <> requested_by),
  CHECK (requested_by IS NULL OR status = 'requested' OR decided_by IS NOT NULL),
  UNIQUE (provider, provider_refund_id)
) STRICT;

CREATE INDEX refund_campaign ON refund (campaign_id);

CREATE INDEX refund_payment ON refund (payment_id);

CREATE INDEX refund_status ON refund (status, requested_at);

CREATE TRIGGER refund_amount_kept BEFORE UPDATE ON refund
WHEN NEW.amount_cents <> OLD.amount_cents OR NEW.payment_id <> OLD.payment_id
  OR NEW.requested_by IS NOT OLD.requested_by
  OR (OLD.status = 'rejected' AND NEW.status <> 'rejected')
BEGIN SELECT RAISE(ABORT, 'what a refund is about is never changed'); END;

CREATE TRIGGER refund_covered BEFORE INSERT ON refund
WHEN NEW.status <> 'rejected' AND NEW.amount_cents
  + (SELECT COALESCE(SUM(r.amount_cents - r.resent_cents), 0) FROM refund r
      WHERE r.payment_id = NEW.payment_id AND r.status <> 'rejected')
  + (SELECT COALESCE(SUM(d.amount_cents), 0) FROM dispute d
      WHERE d.payment_id = NEW.payment_id AND d.status IN ('lost', 'accepted'))
  > (SELECT CASE p.status WHEN 'succeeded' THEN p.amount_cents ELSE 0 END FROM payment p
      WHERE p.id = NEW.payment_id)
BEGIN SELECT RAISE(ABORT, 'more would go back than was captured'); END;

CREATE TRIGGER refund_never_deleted BEFORE DELETE ON refund
BEGIN SELECT RAISE(ABORT, 'a refund is never deleted'); END;

CREATE TRIGGER refund_not_in_dispute BEFORE UPDATE ON refund
WHEN NEW.status IN ('approved', 'submitted') AND NEW.status <> OLD.status
  AND NEW.origin <> 'provider'
  AND EXISTS (SELECT 1 FROM dispute d
               WHERE d.payment_id = NEW.payment_id
                 AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview'))
BEGIN SELECT RAISE(ABORT, 'a disputed payment is not refunded'); END;

CREATE TRIGGER refund_resent_never_less BEFORE UPDATE ON refund
WHEN NEW.resent_cents < OLD.resent_cents
BEGIN SELECT RAISE(ABORT, 'what was sent again stays sent'); END;

CREATE TABLE reward (
  id                TEXT PRIMARY KEY,
  campaign_id       TEXT NOT NULL REFERENCES campaign (id),
  position          INTEGER NOT NULL,
  title_it          TEXT NOT NULL,
  title_en          TEXT NOT NULL,
  description_it    TEXT NOT NULL,
  description_en    TEXT NOT NULL,
  minimum_cents     INTEGER NOT NULL CHECK (minimum_cents > 0),
  fair_value_cents  INTEGER NOT NULL CHECK (fair_value_cents >= 0),
  stock             INTEGER CHECK (stock >= 0),
  limit_per_donor   INTEGER CHECK (limit_per_donor > 0),
  delivery          TEXT NOT NULL CHECK (delivery IN ('none', 'pickUp', 'shipping')),
  shipping_cents    INTEGER NOT NULL CHECK (shipping_cents >= 0),
  pick_up_point_id  TEXT REFERENCES pick_up_point (id),
  delivered_from    TEXT,
  delivered_to      TEXT,
  perishable        INTEGER NOT NULL,
  notice_it         TEXT NOT NULL,
  notice_en         TEXT NOT NULL,
  CHECK (fair_value_cents <= minimum_cents),
  CHECK (delivery = 'shipping' OR shipping_cents = 0),
  CHECK ((delivery = 'pickUp') = (pick_up_point_id IS NOT NULL)),
  UNIQUE (campaign_id, position)
) STRICT;

CREATE TABLE role_grant (
  id          TEXT PRIMARY KEY,
  person_id   TEXT NOT NULL REFERENCES person (id),
  role        TEXT NOT NULL CHECK (role IN ('administrator', 'treasurer', 'reviewer',
                'facilitator', 'campaignOwner', 'fulfilment', 'mediator', 'auditor',
                'backer', 'voter')),
  scope_kind  TEXT NOT NULL CHECK (scope_kind IN ('platform', 'organisation', 'process',
                'campaign')),
  scope_id    TEXT NOT NULL,
  granted_by  TEXT REFERENCES person (id),
  granted_at  INTEGER NOT NULL,
  revoked_by  TEXT REFERENCES person (id),
  revoked_at  INTEGER,
  CHECK ((scope_kind = 'platform') = (scope_id = ''))
) STRICT;

CREATE UNIQUE INDEX role_grant_once ON role_grant (person_id, role, scope_kind, scope_id)
  WHERE revoked_at IS NULL;

CREATE TABLE saml_exchange (
  id               TEXT PRIMARY KEY,
  request_id       TEXT NOT NULL UNIQUE,
  requested_at     INTEGER NOT NULL,
  response_id      TEXT NOT NULL,
  answered_at      INTEGER NOT NULL,
  issuer           TEXT NOT NULL,
  assertion_id     TEXT,
  subject          TEXT,
  subject_qualifier TEXT,
  outcome          TEXT NOT NULL,
  request_sealed   BLOB NOT NULL,
  response_sealed  BLOB NOT NULL,
  keep_until       INTEGER NOT NULL
) STRICT;

CREATE INDEX saml_exchange_expiry ON saml_exchange (keep_until);

CREATE INDEX saml_exchange_response ON saml_exchange (response_id);

CREATE TRIGGER saml_exchange_kept BEFORE UPDATE ON saml_exchange
BEGIN SELECT RAISE(ABORT, 'an exchange on record is never changed'); END;

CREATE TRIGGER saml_exchange_kept_long BEFORE DELETE ON saml_exchange
WHEN OLD.keep_until > CAST(strftime('%s', 'now') AS INTEGER) * 1000
BEGIN SELECT RAISE(ABORT, 'an exchange is kept for 24 months'); END;

CREATE TABLE saml_metadata (
  source      TEXT PRIMARY KEY,
  scheme      TEXT NOT NULL CHECK (scheme IN ('spid', 'cie')),
  digest      TEXT NOT NULL,
  xml         BLOB NOT NULL,
  fetched_at  INTEGER NOT NULL,
  problem     TEXT
) STRICT;

CREATE TABLE saml_refusal (
  id               TEXT PRIMARY KEY,
  refused_at       INTEGER NOT NULL,
  reason           TEXT NOT NULL,
  request_id       TEXT,
  provider         TEXT,
  response_sealed  BLOB
) STRICT;

CREATE INDEX saml_refusal_time ON saml_refusal (refused_at);

CREATE TABLE saml_request (
  id              TEXT PRIMARY KEY,
  provider        TEXT NOT NULL,
  scheme          TEXT NOT NULL CHECK (scheme IN ('spid', 'cie')),
  level           INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  browser_hash    TEXT NOT NULL,
  next_path       TEXT NOT NULL,
  previous_session TEXT,
  request_sealed  BLOB NOT NULL,
  issued_at       INTEGER NOT NULL,
  expires_at      INTEGER NOT NULL,
  answered_at     INTEGER
, purpose TEXT NOT NULL DEFAULT 'signIn'
  CHECK (purpose IN ('signIn', 'link', 'prove'))) STRICT;

CREATE INDEX saml_request_browser ON saml_request (browser_hash);

CREATE INDEX saml_request_expiry ON saml_request (expires_at);

CREATE TABLE saml_seen (
  mark        TEXT PRIMARY KEY,
  expires_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX saml_seen_expiry ON saml_seen (expires_at);

CREATE TABLE saml_session (
  token_hash       TEXT PRIMARY KEY REFERENCES session (token_hash),
  provider         TEXT NOT NULL,
  scheme           TEXT NOT NULL CHECK (scheme IN ('spid', 'cie')),
  level            INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  name_id          TEXT NOT NULL,
  name_qualifier   TEXT NOT NULL,
  session_index    TEXT,
  authenticated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX saml_session_subject ON saml_session (provider, name_id);

CREATE TABLE sandbox_card (
  id                  TEXT PRIMARY KEY,
  idempotency_key     TEXT NOT NULL UNIQUE,
  merchant_reference  TEXT NOT NULL,
  return_url          TEXT NOT NULL,
  language            TEXT NOT NULL CHECK (language IN ('it', 'en')),
  status              TEXT NOT NULL CHECK (status IN ('open', 'good', 'declining',
                        'guarded', 'abandoned')),
  created_at          INTEGER NOT NULL
) STRICT;

CREATE TABLE sandbox_delivery (
  id            TEXT PRIMARY KEY,
  event_id      TEXT NOT NULL REFERENCES sandbox_event (id),
  due_at        INTEGER NOT NULL,
  attempts      INTEGER NOT NULL,
  answer        TEXT NOT NULL,
  delivered_at  INTEGER
) STRICT;

CREATE INDEX sandbox_delivery_due ON sandbox_delivery (due_at) WHERE delivered_at IS NULL;

CREATE TABLE sandbox_dispute (
  id            TEXT PRIMARY KEY,
  payment_id    TEXT NOT NULL REFERENCES sandbox_payment (id),
  amount_cents  INTEGER NOT NULL CHECK (amount_cents > 0),
  currency      TEXT NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('open', 'won', 'lost')),
  created_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX sandbox_dispute_payment ON sandbox_dispute (payment_id);

CREATE TABLE sandbox_event (
  id          TEXT PRIMARY KEY,
  payment_id  TEXT REFERENCES sandbox_payment (id),
  type        TEXT NOT NULL,
  body        TEXT NOT NULL,
  created_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX sandbox_event_created ON sandbox_event (created_at);

CREATE TABLE sandbox_mood (
  id                 INTEGER PRIMARY KEY CHECK (id = 1),
  doubled_percent    INTEGER NOT NULL CHECK (doubled_percent BETWEEN 0 AND 100),
  lost_percent       INTEGER NOT NULL CHECK (lost_percent BETWEEN 0 AND 100),
  delay_seconds_max  INTEGER NOT NULL CHECK (delay_seconds_max BETWEEN 0 AND 600)
) STRICT;

CREATE TABLE sandbox_payment (
  id               TEXT PRIMARY KEY,
  idempotency_key  TEXT NOT NULL UNIQUE,
  parameters       TEXT NOT NULL,
  merchant_reference TEXT NOT NULL,
  amount_cents     INTEGER NOT NULL CHECK (amount_cents > 0),
  currency         TEXT NOT NULL,
  description      TEXT NOT NULL,
  return_url       TEXT NOT NULL,
  language         TEXT NOT NULL CHECK (language IN ('it', 'en')),
  status           TEXT NOT NULL CHECK (status IN ('open', 'challenge', 'processing',
                     'succeeded', 'declined', 'notAuthenticated', 'expired')),
  created_at       INTEGER NOT NULL,
  expires_at       INTEGER NOT NULL,
  settles_at       INTEGER
, card TEXT) STRICT;

CREATE INDEX sandbox_payment_due ON sandbox_payment (status, settles_at);

CREATE TABLE sandbox_refund (
  id                  TEXT PRIMARY KEY,
  payment_id          TEXT NOT NULL REFERENCES sandbox_payment (id),
  idempotency_key     TEXT UNIQUE,
  merchant_reference  TEXT,
  amount_cents        INTEGER NOT NULL CHECK (amount_cents > 0),
  currency            TEXT NOT NULL,
  status              TEXT NOT NULL CHECK (status IN ('succeeded', 'failed')),
  created_at          INTEGER NOT NULL
) STRICT;

CREATE INDEX sandbox_refund_payment ON sandbox_refund (payment_id);

CREATE TABLE sealed_entry (
  journal_entry_id  TEXT PRIMARY KEY,
  block_number      INTEGER NOT NULL,
  position          INTEGER NOT NULL CHECK (position > 0),
  hash              TEXT NOT NULL,
  line_marks        TEXT NOT NULL,
  UNIQUE (block_number, position)
) STRICT;

CREATE TRIGGER sealed_entry_kept BEFORE UPDATE ON sealed_entry
BEGIN SELECT RAISE(ABORT, 'a seal is never changed'); END;

CREATE TRIGGER sealed_entry_never_deleted BEFORE DELETE ON sealed_entry
BEGIN SELECT RAISE(ABORT, 'a seal is never deleted'); END;

CREATE TABLE second_factor (
  person_id      TEXT PRIMARY KEY REFERENCES person (id),
  secret_sealed  BLOB NOT NULL,
  created_at     INTEGER NOT NULL,
  confirmed_at   INTEGER,
  last_step      INTEGER NOT NULL CHECK (last_step >= 0),
  wrong_tries    INTEGER NOT NULL CHECK (wrong_tries >= 0),
  last_wrong_at  INTEGER,
  CHECK (wrong_tries = 0 OR last_wrong_at IS NOT NULL)
) STRICT;

CREATE TABLE session (
  token_hash    TEXT PRIMARY KEY,
  person_id     TEXT NOT NULL REFERENCES person (id),
  csrf_secret   TEXT NOT NULL,
  created_at    INTEGER NOT NULL,
  last_seen_at  INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  ended_at      INTEGER
, device TEXT NOT NULL DEFAULT '', proved_at INTEGER, waiting_until INTEGER) STRICT;

CREATE INDEX session_person ON session (person_id);

CREATE TABLE sign_in_link (
  token_hash  TEXT PRIMARY KEY,
  person_id   TEXT NOT NULL REFERENCES person (id),
  next_path   TEXT NOT NULL,
  created_at  INTEGER NOT NULL,
  expires_at  INTEGER NOT NULL,
  used_at     INTEGER
, mailed_at INTEGER, browser_hash TEXT) STRICT;

CREATE INDEX sign_in_link_person ON sign_in_link (person_id);

CREATE TABLE stand_in (
  token_hash  TEXT PRIMARY KEY REFERENCES session (token_hash),
  helper_id   TEXT NOT NULL REFERENCES person (id),
  helped_id   TEXT NOT NULL REFERENCES person (id),
  home_hash   TEXT NOT NULL REFERENCES session (token_hash),
  reason      TEXT NOT NULL CHECK (length(reason) >= 10),
  started_at  INTEGER NOT NULL,
  CHECK (helper_id <> helped_id)
) STRICT;

CREATE INDEX stand_in_helped ON stand_in (helped_id);

CREATE INDEX stand_in_helper ON stand_in (helper_id);

CREATE INDEX stand_in_home ON stand_in (home_hash);

CREATE TABLE statement (
  id             TEXT PRIMARY KEY,
  iban           TEXT NOT NULL,
  currency       TEXT NOT NULL,
  format         TEXT NOT NULL,
  file_name      TEXT NOT NULL,
  digest         TEXT NOT NULL,
  content        BLOB NOT NULL,
  bank_statement TEXT NOT NULL,
  from_on        TEXT,
  to_on          TEXT,
  opening_cents  INTEGER,
  closing_cents  INTEGER,
  imported_by    TEXT REFERENCES person (id),
  imported_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE statement_line (
  id               TEXT PRIMARY KEY,
  statement_id     TEXT NOT NULL REFERENCES statement (id),
  position         INTEGER NOT NULL,
  iban             TEXT NOT NULL,
  fingerprint      TEXT NOT NULL,
  ordinal          INTEGER NOT NULL,
  booked_on        TEXT NOT NULL,
  value_on         TEXT NOT NULL,
  amount_cents     INTEGER NOT NULL CHECK (amount_cents <> 0),
  currency         TEXT NOT NULL,
  bank_reference   TEXT NOT NULL,
  end_to_end_id    TEXT NOT NULL,
  reference        TEXT NOT NULL,
  party_name       TEXT NOT NULL,
  party_iban       TEXT NOT NULL,
  text             TEXT NOT NULL,
  UNIQUE (fingerprint, ordinal)
) STRICT;

CREATE INDEX statement_line_alike ON statement_line (iban, booked_on, amount_cents);

CREATE INDEX statement_line_statement ON statement_line (statement_id, position);

CREATE TABLE task (
  id            TEXT PRIMARY KEY,
  queue         TEXT NOT NULL,
  kind          TEXT NOT NULL,
  arguments     TEXT NOT NULL,
  unique_key    TEXT,
  status        TEXT NOT NULL CHECK (status IN ('ready', 'running', 'done', 'discarded',
                  'cancelled')),
  priority      INTEGER NOT NULL,
  run_at        INTEGER NOT NULL,
  attempt       INTEGER NOT NULL CHECK (attempt >= 0),
  attempts_max  INTEGER NOT NULL CHECK (attempts_max > 0),
  lease_owner   TEXT,
  lease_until   INTEGER,
  last_error    TEXT,
  note          TEXT,
  created_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  CHECK ((status = 'running') = (lease_owner IS NOT NULL)),
  CHECK ((status = 'running') = (lease_until IS NOT NULL)),
  CHECK ((status IN ('ready', 'running')) = (finished_at IS NULL))
) STRICT;

CREATE INDEX task_lease ON task (lease_until) WHERE status = 'running';

CREATE UNIQUE INDEX task_once ON task (kind, unique_key)
  WHERE status IN ('ready', 'running');

CREATE INDEX task_ready ON task (queue, priority, run_at, id) WHERE status = 'ready';

CREATE INDEX task_status ON task (status, created_at, id);

CREATE TABLE tie_resolution (
  id           TEXT PRIMARY KEY,
  ranking_id   TEXT NOT NULL REFERENCES ranking (id),
  place        INTEGER NOT NULL,
  method       TEXT NOT NULL,
  witnesses    TEXT NOT NULL,
  note         TEXT NOT NULL,
  sequence     TEXT NOT NULL,
  recorded_by  TEXT REFERENCES person (id),
  recorded_at  INTEGER NOT NULL,
  UNIQUE (ranking_id, place)
) STRICT;

CREATE TABLE timetable_tick (
  name         TEXT NOT NULL,
  tick_at      INTEGER NOT NULL,
  enqueued_at  INTEGER NOT NULL,
  PRIMARY KEY (name, tick_at)
) STRICT;

CREATE TABLE unsealed_entry (
  journal_entry_id  TEXT PRIMARY KEY
) STRICT;

CREATE TABLE vote_count (
  id                   TEXT PRIMARY KEY,
  process_id           TEXT NOT NULL REFERENCES process (id),
  constituency_id      TEXT NOT NULL REFERENCES constituency (id),
  ranking_id           TEXT NOT NULL REFERENCES ranking (id),
  status               TEXT NOT NULL CHECK (status IN ('ordered', 'counting', 'tieOpen',
                         'counted', 'certified', 'superseded', 'stopped', 'failed')),
  parameters           TEXT NOT NULL,
  purchases            BLOB,
  lot_secret           BLOB NOT NULL,
  lot_words            TEXT,
  outcomes             INTEGER NOT NULL DEFAULT 0,
  raised_by            INTEGER NOT NULL DEFAULT 0,
  cost_reached         INTEGER NOT NULL DEFAULT 0,
  stop_asked           INTEGER NOT NULL,
  problem              TEXT,
  ballots              BLOB,
  published_purchases  BLOB,
  certificate          TEXT,
  digest               TEXT,
  ordered_at           INTEGER NOT NULL,
  counted_at           INTEGER,
  certified_at         INTEGER,
  certified_by         TEXT REFERENCES person (id),
  CHECK (status NOT IN ('tieOpen', 'counted', 'certified', 'superseded')
         OR (certificate IS NOT NULL AND digest IS NOT NULL AND ballots IS NOT NULL)),
  CHECK ((certified_at IS NOT NULL) = (status IN ('certified', 'superseded')))
) STRICT;

CREATE UNIQUE INDEX vote_count_certified_once ON vote_count (constituency_id)
  WHERE status = 'certified';

CREATE INDEX vote_count_process ON vote_count (process_id);

CREATE TRIGGER vote_count_kept BEFORE UPDATE ON vote_count
WHEN OLD.status IN ('certified', 'superseded')
 AND (NEW.status <> 'superseded' OR NEW.parameters IS NOT OLD.parameters
      OR NEW.certificate IS NOT OLD.certificate OR NEW.digest IS NOT OLD.digest
      OR NEW.ballots IS NOT OLD.ballots OR NEW.certified_at IS NOT OLD.certified_at
      OR NEW.lot_words IS NOT OLD.lot_words OR NEW.lot_secret IS NOT OLD.lot_secret)
BEGIN SELECT RAISE(ABORT, 'a certified count is never changed'); END;

CREATE TRIGGER vote_count_never_deleted BEFORE DELETE ON vote_count
BEGIN SELECT RAISE(ABORT, 'a count is never deleted'); END;

CREATE TABLE vote_count_event (
  id             TEXT PRIMARY KEY,
  vote_count_id  TEXT NOT NULL REFERENCES vote_count (id),
  from_status    TEXT,
  to_status      TEXT NOT NULL,
  reason         TEXT NOT NULL,
  actor_id       TEXT REFERENCES person (id),
  occurred_at    INTEGER NOT NULL
) STRICT;

CREATE INDEX vote_count_event_count ON vote_count_event (vote_count_id);

CREATE TABLE vote_import (
  id           TEXT PRIMARY KEY,
  process_id   TEXT NOT NULL REFERENCES process (id),
  format       TEXT NOT NULL CHECK (format IN ('pabulib', 'csv', 'json')),
  file_name    TEXT NOT NULL,
  content      BLOB NOT NULL,
  digest       TEXT NOT NULL,
  imported_by  TEXT REFERENCES person (id),
  imported_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE voter (
  id               TEXT PRIMARY KEY,
  phase_id         TEXT NOT NULL REFERENCES phase (id),
  constituency_id  TEXT NOT NULL REFERENCES constituency (id),
  code             TEXT NOT NULL,
  name             TEXT NOT NULL,
  group_name       TEXT NOT NULL,
  UNIQUE (phase_id, code)
) STRICT;

CREATE TRIGGER voter_frozen_delete BEFORE DELETE ON voter
WHEN EXISTS (SELECT 1 FROM census WHERE phase_id = OLD.phase_id)
BEGIN SELECT RAISE(ABORT, 'nobody is taken off a frozen census'); END;

CREATE TRIGGER voter_frozen_insert BEFORE INSERT ON voter
WHEN EXISTS (SELECT 1 FROM census WHERE phase_id = NEW.phase_id)
BEGIN SELECT RAISE(ABORT, 'a frozen census takes nobody more'); END;

CREATE TRIGGER voter_frozen_update BEFORE UPDATE ON voter
WHEN EXISTS (SELECT 1 FROM census WHERE phase_id = OLD.phase_id)
 AND (NEW.name <> '' OR NEW.id <> OLD.id OR NEW.phase_id <> OLD.phase_id
      OR NEW.code <> OLD.code OR NEW.constituency_id <> OLD.constituency_id
      OR NEW.group_name <> OLD.group_name)
BEGIN SELECT RAISE(ABORT, 'of a frozen census only names can be forgotten'); END;

CREATE TABLE voter_claim (
  voter_id    TEXT PRIMARY KEY REFERENCES voter (id),
  phase_id    TEXT NOT NULL REFERENCES phase (id),
  person_id   TEXT NOT NULL REFERENCES person (id),
  claimed_at  INTEGER NOT NULL,
  UNIQUE (phase_id, person_id)
) STRICT;

CREATE TABLE webhook_event (
  id           TEXT PRIMARY KEY,
  provider     TEXT NOT NULL,
  event_id     TEXT NOT NULL,
  type         TEXT NOT NULL,
  object_id    TEXT NOT NULL,
  signature    TEXT NOT NULL,
  body         BLOB NOT NULL,
  status       TEXT NOT NULL CHECK (status IN ('received', 'applied', 'ignored', 'deferred',
                 'dead')),
  reason       TEXT NOT NULL,
  attempts     INTEGER NOT NULL,
  received_at  INTEGER NOT NULL,
  settled_at   INTEGER,
  UNIQUE (provider, event_id)
) STRICT;

CREATE INDEX webhook_event_object ON webhook_event (object_id);

CREATE INDEX webhook_event_recent ON webhook_event (received_at);

CREATE INDEX webhook_event_status ON webhook_event (status, received_at);

CREATE TABLE zero (value INTEGER PRIMARY KEY CHECK (value = 0)) STRICT;
