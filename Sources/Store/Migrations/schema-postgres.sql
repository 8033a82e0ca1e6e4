CREATE FUNCTION public.card_mandate_keeps() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.pledge_id <> OLD.pledge_id OR NEW.amount_cents <> OLD.amount_cents
    OR NEW.wording <> OLD.wording OR NEW.wording_digest <> OLD.wording_digest
    OR OLD.status IN ('charged', 'released') THEN
    RAISE EXCEPTION 'what a donor agreed to is never changed' USING ERRCODE = 'check_violation';

  END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.constituency_budget_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF (NEW.budget_cents IS DISTINCT FROM OLD.budget_cents OR NEW.code IS DISTINCT FROM OLD.code)
     AND EXISTS (SELECT 1 FROM phase WHERE process_id = OLD.process_id
                    AND status IN ('open', 'suspended'))
  THEN RAISE EXCEPTION 'a budget is not changed while a phase is open'; END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.journal_entry_balances() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN PERFORM require_balanced(NEW.id); RETURN NULL; END $$;

CREATE FUNCTION public.journal_entry_waits() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN INSERT INTO unsealed_entry (journal_entry_id) VALUES (NEW.id); RETURN NULL; END $$;

CREATE FUNCTION public.keep_saml_exchange() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF OLD.keep_until > EXTRACT(EPOCH FROM now()) * 1000 THEN
    RAISE EXCEPTION 'an exchange is kept for 24 months';

  END IF;

  RETURN OLD;

END $$;

CREATE FUNCTION public.participation_never_changed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME;

END $$;

CREATE FUNCTION public.payee_account_keeps() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.iban <> OLD.iban OR NEW.holder <> OLD.holder OR NEW.entered_by <> OLD.entered_by
    OR NEW.organisation_id <> OLD.organisation_id OR NEW.entered_at <> OLD.entered_at
    OR OLD.verified_by IS NOT NULL THEN
    RAISE EXCEPTION 'an account is never changed' USING ERRCODE = 'check_violation';

  END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.payout_keeps() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.amount_cents <> OLD.amount_cents OR NEW.account_id <> OLD.account_id
    OR NEW.proposed_by <> OLD.proposed_by OR NEW.campaign_id <> OLD.campaign_id
    OR NEW.end_to_end <> OLD.end_to_end
    OR OLD.approved_by IS NOT NULL AND NEW.approved_by IS DISTINCT FROM OLD.approved_by THEN
    RAISE EXCEPTION 'what a payout is about is never changed' USING ERRCODE = 'check_violation';

  END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.phase_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status <> 'configured' THEN
      RAISE EXCEPTION 'an opened phase is never deleted';

    END IF;

    RETURN OLD;

  END IF;

  IF OLD.status <> 'configured'
     AND (NEW.status = 'configured' OR NEW.kind <> OLD.kind OR NEW.position <> OLD.position
          OR NEW.rule IS DISTINCT FROM OLD.rule OR NEW.opening IS DISTINCT FROM OLD.opening
          OR NEW.digest IS DISTINCT FROM OLD.digest
          OR NEW.opened_at IS DISTINCT FROM OLD.opened_at)
  THEN RAISE EXCEPTION 'the rule of an opened phase is never changed'; END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.posting_balances() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN PERFORM require_balanced(NEW.journal_entry_id); RETURN NULL; END $$;

CREATE FUNCTION public.posting_counts() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE reduces BOOLEAN; by_debit BOOLEAN; balance BIGINT;

BEGIN
  SELECT NOT a.may_go_negative AND a.grows_by_debit <> (NEW.amount_cents > 0), a.grows_by_debit
    INTO reduces, by_debit FROM account a WHERE a.code = NEW.account_code;

  IF reduces THEN
    PERFORM 1 FROM account a WHERE a.code = NEW.account_code FOR NO KEY UPDATE;

  END IF;

  INSERT INTO account_delta (account_code, amount_cents)
  VALUES (NEW.account_code, NEW.amount_cents);

  IF reduces THEN
    SELECT b.posted_cents INTO balance FROM account_balance b
     WHERE b.account_code = NEW.account_code;

    IF (CASE WHEN by_debit THEN balance ELSE -balance END) < 0 THEN
      RAISE EXCEPTION 'account % may not go negative and would be overdrawn', NEW.account_code
        USING ERRCODE = 'check_violation';

    END IF;

  END IF;

  RETURN NULL;

END $$;

CREATE FUNCTION public.proposal_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a proposal is never deleted'; END IF;

  IF (NEW.title, NEW.text, NEW.number, NEW.constituency_id, NEW.process_id)
     <> (OLD.title, OLD.text, OLD.number, OLD.constituency_id, OLD.process_id)
     OR NEW.cost_cents IS DISTINCT FROM OLD.cost_cents
  THEN RAISE EXCEPTION 'the words of a proposal never change'; END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.refund_changes() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF NEW.amount_cents <> OLD.amount_cents OR NEW.payment_id <> OLD.payment_id
    OR NEW.requested_by IS DISTINCT FROM OLD.requested_by
    OR (OLD.status = 'rejected' AND NEW.status <> 'rejected') THEN
    RAISE EXCEPTION 'what a refund is about is never changed' USING ERRCODE = 'check_violation';

  END IF;

  IF NEW.resent_cents < OLD.resent_cents THEN
    RAISE EXCEPTION 'what was sent again stays sent' USING ERRCODE = 'check_violation';

  END IF;

  IF NEW.status IN ('approved', 'submitted') AND NEW.status <> OLD.status
    AND NEW.origin <> 'provider'
    AND EXISTS (SELECT 1 FROM dispute d
                 WHERE d.payment_id = NEW.payment_id
                   AND d.status IN ('inquiry', 'evidenceNeeded', 'underReview')) THEN
    RAISE EXCEPTION 'a disputed payment is not refunded' USING ERRCODE = 'check_violation';

  END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.refund_is_covered() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE captured BIGINT; gone BIGINT;

BEGIN
  SELECT CASE p.status WHEN 'succeeded' THEN p.amount_cents ELSE 0 END INTO captured
    FROM payment p WHERE p.id = NEW.payment_id FOR NO KEY UPDATE;

  SELECT (SELECT COALESCE(SUM(r.amount_cents - r.resent_cents), 0) FROM refund r
           WHERE r.payment_id = NEW.payment_id AND r.status <> 'rejected')
       + (SELECT COALESCE(SUM(d.amount_cents), 0) FROM dispute d
           WHERE d.payment_id = NEW.payment_id AND d.status IN ('lost', 'accepted'))
    INTO gone;

  IF NEW.status <> 'rejected' AND NEW.amount_cents + gone > captured THEN
    RAISE EXCEPTION 'more would go back than was captured' USING ERRCODE = 'check_violation';

  END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN RAISE EXCEPTION 'a row of % is never changed or deleted', TG_TABLE_NAME; END $$;

CREATE FUNCTION public.refuse_clear_tax_code() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  RAISE EXCEPTION 'a tax code is stored sealed' USING ERRCODE = 'check_violation';

END
$$;

CREATE FUNCTION public.require_balanced(entry text) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE wanted BIGINT; found BIGINT; total NUMERIC;

BEGIN
  SELECT e.lines INTO wanted FROM journal_entry e WHERE e.id = entry;

  SELECT COUNT(*), COALESCE(SUM(p.amount_cents), 0) INTO found, total
    FROM posting p WHERE p.journal_entry_id = entry;

  IF found <> wanted OR total <> 0 THEN
    RAISE EXCEPTION 'journal entry % does not balance: % of % postings, sum %',
      entry, found, wanted, total USING ERRCODE = 'check_violation';

  END IF;

END $$;

CREATE FUNCTION public.vote_count_kept() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a count is never deleted'; END IF;

  IF OLD.status IN ('certified', 'superseded')
     AND (NEW.status <> 'superseded' OR NEW.parameters IS DISTINCT FROM OLD.parameters
          OR NEW.certificate IS DISTINCT FROM OLD.certificate
          OR NEW.digest IS DISTINCT FROM OLD.digest
          OR NEW.ballots IS DISTINCT FROM OLD.ballots
          OR NEW.certified_at IS DISTINCT FROM OLD.certified_at
          OR NEW.lot_words IS DISTINCT FROM OLD.lot_words
          OR NEW.lot_secret IS DISTINCT FROM OLD.lot_secret)
  THEN RAISE EXCEPTION 'a certified count is never changed'; END IF;

  RETURN NEW;

END $$;

CREATE FUNCTION public.voter_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT 1 FROM census WHERE phase_id = NEW.phase_id) THEN
      RAISE EXCEPTION 'a frozen census takes nobody more';

    END IF;

    RETURN NEW;

  END IF;

  IF NOT EXISTS (SELECT 1 FROM census WHERE phase_id = OLD.phase_id) THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;

  END IF;

  IF TG_OP = 'UPDATE' AND NEW.name = ''
     AND (NEW.id, NEW.phase_id, NEW.code, NEW.constituency_id, NEW.group_name)
       = (OLD.id, OLD.phase_id, OLD.code, OLD.constituency_id, OLD.group_name)
  THEN RETURN NEW; END IF;

  RAISE EXCEPTION 'of a frozen census only names can be forgotten';

END $$;

CREATE TABLE public.account (
    code text NOT NULL,
    kind text NOT NULL,
    currency text NOT NULL,
    may_go_negative boolean NOT NULL,
    grows_by_debit boolean NOT NULL,
    CONSTRAINT account_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT account_kind_check CHECK ((kind = ANY (ARRAY['bank'::text, 'provider'::text, 'provider_in_transit'::text, 'disputes'::text, 'project_receivable'::text, 'escrow'::text, 'project'::text, 'match'::text, 'refunds_payable'::text, 'donor_credit'::text, 'suspense'::text, 'shipping'::text, 'payments_out'::text, 'tax_payable'::text, 'platform_fee'::text, 'provider_fee'::text, 'dispute_fee'::text, 'dispute_loss'::text, 'refund_cover'::text, 'bank_fee'::text, 'rounding'::text])))
);

CREATE TABLE public.account_delta (
    id bigint NOT NULL,
    account_code text NOT NULL,
    amount_cents bigint NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_threshold='1000');

CREATE TABLE public.account_total (
    account_code text NOT NULL,
    posted_cents bigint NOT NULL
);

CREATE VIEW public.account_balance AS
 SELECT a.code AS account_code,
    a.kind,
    a.currency,
    a.grows_by_debit,
    (((COALESCE(( SELECT t.posted_cents
           FROM public.account_total t
          WHERE (t.account_code = a.code)), (0)::bigint))::numeric + COALESCE(( SELECT sum(d.amount_cents) AS sum
           FROM public.account_delta d
          WHERE (d.account_code = a.code)), (0)::numeric)))::bigint AS posted_cents
   FROM public.account a;

ALTER TABLE public.account_delta ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.account_delta_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.address_claim (
    token_hash text NOT NULL,
    person_id text NOT NULL,
    browser_hash text NOT NULL,
    email text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint
);

CREATE TABLE public.assembly (
    id text NOT NULL,
    process_id text NOT NULL,
    constituency_id text,
    title text NOT NULL,
    held_on text NOT NULL,
    place text NOT NULL,
    present bigint NOT NULL,
    minutes text NOT NULL,
    form_key text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT assembly_present_check CHECK ((present >= 0))
);

CREATE TABLE public.audit_record (
    id text NOT NULL,
    recorded_at bigint NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    act text NOT NULL,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    detail text NOT NULL,
    request_id text NOT NULL,
    on_behalf_of text,
    CONSTRAINT audit_record_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'person'::text, 'system'::text, 'operator'::text])))
);

CREATE TABLE public.backer (
    id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    person_id text,
    created_at bigint NOT NULL
);

CREATE TABLE public.bank_file (
    id text NOT NULL,
    digest text NOT NULL,
    content bytea NOT NULL,
    transfers bigint NOT NULL,
    sum_cents bigint NOT NULL,
    created_by text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT bank_file_sum_cents_check CHECK ((sum_cents > 0)),
    CONSTRAINT bank_file_transfers_check CHECK ((transfers > 0))
);

CREATE TABLE public.budget_line (
    id text NOT NULL,
    campaign_id text NOT NULL,
    "position" bigint NOT NULL,
    title_it text NOT NULL,
    title_en text NOT NULL,
    minimum_cents bigint NOT NULL,
    optimum_cents bigint NOT NULL,
    CONSTRAINT budget_line_check CHECK ((optimum_cents >= minimum_cents)),
    CONSTRAINT budget_line_minimum_cents_check CHECK ((minimum_cents >= 0))
);

CREATE TABLE public.campaign (
    id text NOT NULL,
    slug text NOT NULL,
    organisation_id text NOT NULL,
    status text NOT NULL,
    title_it text NOT NULL,
    title_en text NOT NULL,
    summary_it text NOT NULL,
    summary_en text NOT NULL,
    story_it text NOT NULL,
    story_en text NOT NULL,
    place text NOT NULL,
    picture text NOT NULL,
    funding_rule text NOT NULL,
    currency text NOT NULL,
    minimum_pledge_cents bigint NOT NULL,
    opens_at bigint,
    closes_at bigint,
    extended_at bigint,
    author_id text NOT NULL,
    reviewer_id text,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    second_round_at bigint,
    card_charging text DEFAULT 'atOnce'::text NOT NULL,
    platform_fee_basis_points bigint DEFAULT 0 NOT NULL,
    provider_fees_borne_by text DEFAULT 'campaign'::text NOT NULL,
    CONSTRAINT campaign_card_charging_check CHECK ((card_charging = ANY (ARRAY['atOnce'::text, 'atEnd'::text]))),
    CONSTRAINT campaign_check CHECK (((closes_at IS NULL) OR (opens_at IS NULL) OR (closes_at > opens_at))),
    CONSTRAINT campaign_check1 CHECK (((reviewer_id IS NULL) OR (reviewer_id <> author_id))),
    CONSTRAINT campaign_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT campaign_funding_rule_check CHECK ((funding_rule = ANY (ARRAY['minimumThenOptimum'::text, 'allOrNothing'::text, 'keepWhatYouRaise'::text]))),
    CONSTRAINT campaign_minimum_pledge_cents_check CHECK ((minimum_pledge_cents > 0)),
    CONSTRAINT campaign_platform_fee_basis_points_check CHECK (((platform_fee_basis_points >= 0) AND (platform_fee_basis_points <= 10000))),
    CONSTRAINT campaign_provider_fees_borne_by_check CHECK ((provider_fees_borne_by = ANY (ARRAY['campaign'::text, 'platform'::text]))),
    CONSTRAINT campaign_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'changesRequested'::text, 'rejected'::text, 'approved'::text, 'live'::text, 'onHold'::text, 'settling'::text, 'succeeded'::text, 'failed'::text, 'cancelled'::text])))
);

CREATE TABLE public.campaign_event (
    id text NOT NULL,
    campaign_id text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    occurred_at bigint NOT NULL
);

CREATE TABLE public.campaign_outcome (
    campaign_id text NOT NULL,
    outcome text NOT NULL,
    minimum_cents bigint NOT NULL,
    optimum_cents bigint NOT NULL,
    confirmed_cents bigint NOT NULL,
    pending_cents bigint NOT NULL,
    backers bigint NOT NULL,
    cut_off_at bigint NOT NULL,
    decided_at bigint NOT NULL,
    digest text NOT NULL,
    CONSTRAINT campaign_outcome_outcome_check CHECK ((outcome = ANY (ARRAY['reached'::text, 'belowTarget'::text, 'notReached'::text])))
);

CREATE TABLE public.campaign_project (
    campaign_id text NOT NULL,
    project_id text NOT NULL,
    ranking_id text NOT NULL,
    place bigint NOT NULL,
    ranked bigint NOT NULL,
    votes bigint NOT NULL,
    rule text NOT NULL,
    digest text NOT NULL
);

CREATE TABLE public.card_mandate (
    id text NOT NULL,
    pledge_id text NOT NULL,
    campaign_id text NOT NULL,
    attempt bigint NOT NULL,
    provider text NOT NULL,
    idempotency_key text NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    wording text NOT NULL,
    wording_digest text NOT NULL,
    status text NOT NULL,
    provider_reference text,
    hosted_page text,
    customer text,
    method text,
    fingerprint text,
    next_at bigint,
    rounds bigint NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    looked_at bigint,
    CONSTRAINT card_mandate_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT card_mandate_attempt_check CHECK ((attempt > 0)),
    CONSTRAINT card_mandate_check CHECK (((status <> ALL (ARRAY['saved'::text, 'charged'::text])) OR ((customer IS NOT NULL) AND (method IS NOT NULL)))),
    CONSTRAINT card_mandate_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT card_mandate_rounds_check CHECK ((rounds >= 0)),
    CONSTRAINT card_mandate_status_check CHECK ((status = ANY (ARRAY['asked'::text, 'saved'::text, 'expired'::text, 'charged'::text, 'released'::text]))),
    CONSTRAINT card_mandate_wording_check CHECK ((length(wording) > 0))
);

CREATE TABLE public.card_try (
    provider text NOT NULL,
    try_id text NOT NULL,
    outcome text NOT NULL,
    payment_id text,
    campaign_id text NOT NULL,
    backer_id text NOT NULL,
    address_digest text,
    card text,
    occurred_at bigint NOT NULL,
    CONSTRAINT card_try_outcome_check CHECK ((outcome = ANY (ARRAY['started'::text, 'refused'::text, 'taken'::text])))
);

CREATE TABLE public.census (
    phase_id text NOT NULL,
    voters bigint NOT NULL,
    digest text NOT NULL,
    frozen_at bigint NOT NULL,
    CONSTRAINT census_voters_check CHECK ((voters > 0))
);

CREATE TABLE public.constituency (
    id text NOT NULL,
    process_id text NOT NULL,
    code text NOT NULL,
    name_it text NOT NULL,
    name_en text NOT NULL,
    "position" bigint NOT NULL,
    budget_cents bigint,
    CONSTRAINT constituency_budget_cents_check CHECK ((budget_cents >= 0))
);

CREATE TABLE public.credential_conflict (
    id text NOT NULL,
    kind text NOT NULL,
    claimant_id text NOT NULL,
    holder_id text NOT NULL,
    mark text NOT NULL,
    sealed bytea,
    provider text,
    scheme text,
    claimed_at bigint NOT NULL,
    ruling text,
    decided_by text,
    decided_at bigint,
    reason text,
    CONSTRAINT credential_conflict_check CHECK ((claimant_id <> holder_id)),
    CONSTRAINT credential_conflict_check1 CHECK (((kind = 'identity'::text) = (provider IS NOT NULL))),
    CONSTRAINT credential_conflict_check2 CHECK (((provider IS NULL) = (scheme IS NULL))),
    CONSTRAINT credential_conflict_check3 CHECK (((ruling IS NULL) = (decided_at IS NULL))),
    CONSTRAINT credential_conflict_check4 CHECK (((ruling IS NULL) = (sealed IS NOT NULL))),
    CONSTRAINT credential_conflict_check5 CHECK (((ruling IS NULL) OR (reason <> ''::text))),
    CONSTRAINT credential_conflict_kind_check CHECK ((kind = ANY (ARRAY['address'::text, 'identity'::text]))),
    CONSTRAINT credential_conflict_ruling_check CHECK ((ruling = ANY (ARRAY['refused'::text, 'moved'::text]))),
    CONSTRAINT credential_conflict_scheme_check CHECK ((scheme = ANY (ARRAY['spid'::text, 'cie'::text])))
);

CREATE TABLE public.delegate (
    id text NOT NULL,
    assembly_id text NOT NULL,
    name text NOT NULL
);

CREATE TABLE public.dispute (
    id text NOT NULL,
    payment_id text NOT NULL,
    pledge_id text NOT NULL,
    campaign_id text NOT NULL,
    provider text NOT NULL,
    provider_dispute_id text NOT NULL,
    amount_cents bigint NOT NULL,
    fee_cents bigint NOT NULL,
    fee_returned boolean NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    evidence_due_at bigint,
    opened_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    CONSTRAINT dispute_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT dispute_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT dispute_fee_cents_check CHECK ((fee_cents >= 0)),
    CONSTRAINT dispute_status_check CHECK ((status = ANY (ARRAY['inquiry'::text, 'evidenceNeeded'::text, 'underReview'::text, 'won'::text, 'lost'::text, 'accepted'::text, 'closed'::text])))
);

CREATE TABLE public.expected_payment (
    their_pledge_id text NOT NULL,
    pledge_id text NOT NULL,
    payment_id text,
    reference text,
    provider text,
    provider_payment_id text,
    donor_name text NOT NULL,
    donor_iban text NOT NULL,
    digest text NOT NULL,
    imported_at bigint NOT NULL
);

CREATE TABLE public.fiscal_identity (
    person_id text NOT NULL,
    fiscal_mark text NOT NULL,
    fiscal_sealed bytea NOT NULL,
    first_seen_at bigint NOT NULL,
    last_seen_at bigint NOT NULL
);

CREATE TABLE public.invitation (
    id text NOT NULL,
    token_hash text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    role text NOT NULL,
    scope_kind text NOT NULL,
    scope_id text NOT NULL,
    invited_by text NOT NULL,
    invited_at bigint NOT NULL,
    accepted_at bigint,
    accepted_by text,
    withdrawn_at bigint,
    CONSTRAINT invitation_check CHECK (((scope_kind = 'platform'::text) = (scope_id = ''::text))),
    CONSTRAINT invitation_check1 CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
    CONSTRAINT invitation_check2 CHECK (((accepted_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT invitation_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
    CONSTRAINT invitation_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'treasurer'::text, 'reviewer'::text, 'facilitator'::text, 'campaignOwner'::text, 'fulfilment'::text, 'mediator'::text, 'auditor'::text, 'backer'::text, 'voter'::text]))),
    CONSTRAINT invitation_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['platform'::text, 'organisation'::text, 'process'::text, 'campaign'::text])))
);

CREATE TABLE public.journal_entry (
    id text NOT NULL,
    kind text NOT NULL,
    idempotency_key text NOT NULL,
    content_digest text NOT NULL,
    lines bigint NOT NULL,
    effective_on text NOT NULL,
    recorded_at bigint NOT NULL,
    cause_kind text NOT NULL,
    cause_id text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    reverses text,
    CONSTRAINT journal_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'person'::text, 'system'::text, 'operator'::text]))),
    CONSTRAINT journal_entry_cause_kind_check CHECK ((cause_kind = ANY (ARRAY['movement'::text, 'matchFund'::text, 'payout'::text, 'refund'::text, 'dispute'::text, 'payment'::text, 'webhookEvent'::text, 'statementLine'::text, 'campaign'::text, 'pledge'::text, 'act'::text]))),
    CONSTRAINT journal_entry_check CHECK (((kind = 'reversal'::text) = (reverses IS NOT NULL))),
    CONSTRAINT journal_entry_kind_check CHECK ((kind = ANY (ARRAY['matchDeposited'::text, 'matchAdded'::text, 'matchReturned'::text, 'matchReleased'::text, 'payoutOrdered'::text, 'transferSent'::text, 'transferReturned'::text, 'refundTransferred'::text, 'refundConfirmed'::text, 'refundFailed'::text, 'disputeOpened'::text, 'disputeWon'::text, 'disputeLost'::text, 'captured'::text, 'providerFee'::text, 'transferMatched'::text, 'transferUnmatched'::text, 'suspenseAllocated'::text, 'campaignSettled'::text, 'refundDecided'::text, 'creditReturned'::text, 'payoutAnnounced'::text, 'payoutReceived'::text, 'bankFee'::text, 'reversal'::text]))),
    CONSTRAINT journal_entry_lines_check CHECK ((lines >= 2))
);

CREATE TABLE public.leader_term (
    name text NOT NULL,
    leader text NOT NULL,
    elected_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    CONSTRAINT leader_term_check CHECK ((expires_at > elected_at))
);

CREATE TABLE public.ledger_block (
    number bigint NOT NULL,
    previous_hash text NOT NULL,
    sealed_at bigint NOT NULL,
    entries bigint NOT NULL,
    postings bigint NOT NULL,
    debits_cents bigint NOT NULL,
    entries_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT ledger_block_debits_cents_check CHECK ((debits_cents >= 0)),
    CONSTRAINT ledger_block_entries_check CHECK ((entries > 0)),
    CONSTRAINT ledger_block_number_check CHECK ((number > 0)),
    CONSTRAINT ledger_block_postings_check CHECK ((postings >= 0))
);

CREATE TABLE public.ledger_head (
    day text NOT NULL,
    block_number bigint NOT NULL,
    hash text NOT NULL,
    entries bigint NOT NULL,
    postings bigint NOT NULL,
    debits_cents bigint NOT NULL,
    published_at bigint NOT NULL
);

CREATE TABLE public.line_match (
    id text NOT NULL,
    line_id text NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    pledge_id text,
    journal_entry_id text,
    automatic boolean NOT NULL,
    note text NOT NULL,
    decided_by text,
    decided_at bigint NOT NULL,
    CONSTRAINT line_match_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'matched'::text, 'suspense'::text, 'ignored'::text, 'undone'::text])))
);

CREATE TABLE public.mail_message (
    id text NOT NULL,
    kind text NOT NULL,
    unique_key text NOT NULL,
    to_address text NOT NULL,
    to_name text NOT NULL,
    language text NOT NULL,
    subject text NOT NULL,
    text_body text NOT NULL,
    html_body text NOT NULL,
    status text NOT NULL,
    last_error text,
    created_at bigint NOT NULL,
    sent_at bigint,
    CONSTRAINT mail_message_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
    CONSTRAINT mail_message_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
);

CREATE TABLE public.match_commitment (
    fund_id text NOT NULL,
    campaign_id text NOT NULL,
    committed_cents bigint NOT NULL,
    movements bigint NOT NULL,
    status text NOT NULL,
    CONSTRAINT match_commitment_committed_cents_check CHECK ((committed_cents >= 0)),
    CONSTRAINT match_commitment_movements_check CHECK ((movements >= 0)),
    CONSTRAINT match_commitment_status_check CHECK ((status = ANY (ARRAY['offered'::text, 'reserved'::text, 'due'::text, 'released'::text, 'clawedBack'::text])))
);

CREATE TABLE public.match_fund (
    id text NOT NULL,
    code text NOT NULL,
    sponsor text NOT NULL,
    rule text NOT NULL,
    percent bigint NOT NULL,
    amount_cents bigint NOT NULL,
    cap_cents bigint NOT NULL,
    status text NOT NULL,
    created_by text,
    created_at bigint NOT NULL,
    closed_at bigint,
    CONSTRAINT match_fund_amount_cents_check CHECK ((amount_cents >= 0)),
    CONSTRAINT match_fund_cap_cents_check CHECK ((cap_cents > 0)),
    CONSTRAINT match_fund_check CHECK (((status = 'closed'::text) = (closed_at IS NOT NULL))),
    CONSTRAINT match_fund_percent_check CHECK (((percent >= 0) AND (percent <= 1000))),
    CONSTRAINT match_fund_rule_check CHECK ((rule = ANY (ARRAY['share'::text, 'bonus'::text, 'multiply'::text, 'perDonor'::text]))),
    CONSTRAINT match_fund_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

CREATE TABLE public.migration (
    number bigint NOT NULL,
    title text NOT NULL,
    checksum text NOT NULL,
    applied_at bigint NOT NULL
);

CREATE TABLE public.money_environment (
    id bigint NOT NULL,
    environment text NOT NULL,
    bound_at bigint NOT NULL,
    CONSTRAINT money_environment_environment_check CHECK ((environment = ANY (ARRAY['test'::text, 'live'::text]))),
    CONSTRAINT money_environment_id_check CHECK ((id = 1))
);

CREATE TABLE public.money_exception (
    id text NOT NULL,
    kind text NOT NULL,
    payment_id text,
    object_id text NOT NULL,
    expected text NOT NULL,
    found text NOT NULL,
    opened_at bigint NOT NULL,
    closed_at bigint,
    closed_by text,
    note text NOT NULL,
    CONSTRAINT money_exception_kind_check CHECK ((kind = ANY (ARRAY['payoutAfterAll'::text, 'fraudWarning'::text, 'cardTesting'::text, 'cardShared'::text, 'settlementDiffers'::text, 'settlementFailed'::text, 'movementDiffers'::text, 'providerRefused'::text, 'refundUnexpected'::text, 'refundRefused'::text, 'disputeUnexpected'::text, 'refundUncovered'::text, 'amount'::text, 'currency'::text, 'liveMode'::text, 'reference'::text, 'unknownObject'::text, 'rewardLost'::text, 'paidTwice'::text, 'campaignOver'::text])))
);

CREATE TABLE public.money_step (
    object_id text NOT NULL,
    ordinal bigint NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason text NOT NULL,
    person_id text,
    occurred_at bigint NOT NULL
);

CREATE TABLE public.organisation (
    id text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    tax_code text NOT NULL,
    place text NOT NULL,
    about_it text NOT NULL,
    about_en text NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE public.passkey (
    id text NOT NULL,
    person_id text NOT NULL,
    credential bytea NOT NULL,
    algorithm text NOT NULL,
    public_key bytea NOT NULL,
    name text NOT NULL,
    sign_count bigint NOT NULL,
    may_back_up boolean NOT NULL,
    backed_up boolean NOT NULL,
    created_at bigint NOT NULL,
    last_used_at bigint,
    CONSTRAINT passkey_algorithm_check CHECK ((algorithm = ANY (ARRAY['es256'::text, 'eddsa'::text, 'rs256'::text]))),
    CONSTRAINT passkey_sign_count_check CHECK ((sign_count >= 0))
);

CREATE TABLE public.passkey_challenge (
    hash text NOT NULL,
    purpose text NOT NULL,
    bound_to text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'signIn'::text, 'prove'::text])))
);

CREATE TABLE public.payee_account (
    id text NOT NULL,
    organisation_id text NOT NULL,
    iban text NOT NULL,
    holder text NOT NULL,
    entered_by text NOT NULL,
    entered_at bigint NOT NULL,
    verified_by text,
    verified_at bigint,
    CONSTRAINT payee_account_check CHECK (((verified_by IS NULL) = (verified_at IS NULL))),
    CONSTRAINT payee_account_check1 CHECK (((verified_by IS NULL) OR (verified_by <> entered_by))),
    CONSTRAINT payee_account_holder_check CHECK (((length(holder) >= 1) AND (length(holder) <= 70)))
);

CREATE TABLE public.payment (
    id text NOT NULL,
    pledge_id text NOT NULL,
    campaign_id text NOT NULL,
    attempt bigint NOT NULL,
    provider text NOT NULL,
    provider_payment_id text,
    idempotency_key text NOT NULL,
    amount_cents bigint NOT NULL,
    shipping_cents bigint NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    failure text,
    hosted_page text,
    created_at bigint NOT NULL,
    updated_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    asked_at bigint,
    CONSTRAINT payment_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT payment_attempt_check CHECK ((attempt > 0)),
    CONSTRAINT payment_check CHECK ((shipping_cents <= amount_cents)),
    CONSTRAINT payment_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT payment_failure_check CHECK ((failure = ANY (ARRAY['declined'::text, 'notAuthenticated'::text, 'providerUnavailable'::text, 'other'::text]))),
    CONSTRAINT payment_shipping_cents_check CHECK ((shipping_cents >= 0)),
    CONSTRAINT payment_status_check CHECK ((status = ANY (ARRAY['created'::text, 'requiresAction'::text, 'processing'::text, 'succeeded'::text, 'failed'::text, 'expired'::text, 'cancelled'::text, 'reviewHold'::text])))
);

CREATE TABLE public.payment_event (
    payment_id text NOT NULL,
    ordinal bigint NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason text NOT NULL,
    cause text NOT NULL,
    occurred_at bigint NOT NULL
);

CREATE TABLE public.payment_name (
    provider text NOT NULL,
    name text NOT NULL,
    payment_id text NOT NULL
);

CREATE TABLE public.payout (
    id text NOT NULL,
    campaign_id text NOT NULL,
    account_id text NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    end_to_end text NOT NULL,
    status text NOT NULL,
    proposed_by text NOT NULL,
    proposed_at bigint NOT NULL,
    approved_by text,
    bank_file_id text,
    updated_at bigint NOT NULL,
    CONSTRAINT payout_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT payout_check CHECK (((approved_by IS NULL) OR (approved_by <> proposed_by))),
    CONSTRAINT payout_check1 CHECK (((status = ANY (ARRAY['proposed'::text, 'cancelled'::text])) OR (approved_by IS NOT NULL))),
    CONSTRAINT payout_check2 CHECK (((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'cancelled'::text])) OR (bank_file_id IS NOT NULL))),
    CONSTRAINT payout_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT payout_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'approved'::text, 'submitted'::text, 'paid'::text, 'returned'::text, 'failed'::text, 'cancelled'::text])))
);

CREATE TABLE public.person (
    id text NOT NULL,
    email text NOT NULL,
    email_key text NOT NULL,
    name text NOT NULL,
    language text NOT NULL,
    created_at bigint NOT NULL,
    email_verified_at bigint,
    CONSTRAINT person_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text])))
);

CREATE TABLE public.phase (
    id text NOT NULL,
    process_id text NOT NULL,
    "position" bigint NOT NULL,
    kind text NOT NULL,
    opens_on text NOT NULL,
    closes_on text NOT NULL,
    status text NOT NULL,
    rule text,
    opening text,
    digest text,
    opened_at bigint,
    CONSTRAINT phase_check CHECK ((opens_on <= closes_on)),
    CONSTRAINT phase_check1 CHECK (((status = 'configured'::text) = (opening IS NULL))),
    CONSTRAINT phase_check2 CHECK ((((opening IS NULL) = (digest IS NULL)) AND ((opening IS NULL) = (opened_at IS NULL)))),
    CONSTRAINT phase_check3 CHECK (((opening IS NULL) OR (rule IS NOT NULL))),
    CONSTRAINT phase_kind_check CHECK ((kind = ANY (ARRAY['budget'::text, 'priorities'::text, 'delegates'::text, 'ideas'::text, 'support'::text, 'coDesign'::text, 'projects'::text, 'vote'::text, 'votesAndPurchases'::text, 'ranking'::text, 'crowdfunding'::text]))),
    CONSTRAINT phase_position_check CHECK (("position" > 0)),
    CONSTRAINT phase_status_check CHECK ((status = ANY (ARRAY['configured'::text, 'open'::text, 'suspended'::text, 'closed'::text])))
);

CREATE TABLE public.phase_event (
    id text NOT NULL,
    phase_id text NOT NULL,
    event text NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    reason text NOT NULL,
    actor_id text,
    occurred_at bigint NOT NULL,
    CONSTRAINT phase_event_event_check CHECK ((event = ANY (ARRAY['opened'::text, 'suspended'::text, 'resumed'::text, 'prolonged'::text, 'closed'::text])))
);

CREATE TABLE public.pick_up_point (
    id text NOT NULL,
    organisation_id text NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    hours_it text NOT NULL,
    hours_en text NOT NULL
);

CREATE TABLE public.pledge (
    id text NOT NULL,
    reference text NOT NULL,
    transfer_reference text NOT NULL,
    access_key text NOT NULL,
    form_token text NOT NULL,
    form_digest text NOT NULL,
    campaign_id text NOT NULL,
    reward_id text,
    backer_id text NOT NULL,
    donor_name text NOT NULL,
    language text NOT NULL,
    amount_cents bigint NOT NULL,
    shipping_cents bigint NOT NULL,
    reward_value_cents bigint NOT NULL,
    currency text NOT NULL,
    method text NOT NULL,
    status text NOT NULL,
    name_public boolean NOT NULL,
    amount_public boolean NOT NULL,
    name_to_owner boolean NOT NULL,
    tax_code text,
    ship_street text,
    ship_postcode text,
    ship_city text,
    ship_province text,
    reward_lost boolean NOT NULL,
    expires_at bigint,
    created_at bigint NOT NULL,
    confirmed_at bigint,
    CONSTRAINT pledge_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT pledge_check CHECK (((reward_value_cents + shipping_cents) <= amount_cents)),
    CONSTRAINT pledge_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT pledge_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
    CONSTRAINT pledge_method_check CHECK ((method = ANY (ARRAY['card'::text, 'bankTransfer'::text]))),
    CONSTRAINT pledge_reward_value_cents_check CHECK ((reward_value_cents >= 0)),
    CONSTRAINT pledge_shipping_cents_check CHECK ((shipping_cents >= 0)),
    CONSTRAINT pledge_status_check CHECK ((status = ANY (ARRAY['reserved'::text, 'awaitingPayment'::text, 'authorised'::text, 'confirmed'::text, 'paymentFailed'::text, 'lapsed'::text, 'cancelledByDonor'::text, 'cancelledByAdmin'::text, 'closed'::text])))
);

CREATE TABLE public.pledge_event (
    id text NOT NULL,
    pledge_id text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason text NOT NULL,
    actor_kind text NOT NULL,
    actor_id text,
    occurred_at bigint NOT NULL
);

CREATE TABLE public.pledge_tax_code (
    pledge_id text NOT NULL,
    sealed bytea NOT NULL
);

CREATE TABLE public.posting (
    journal_entry_id text NOT NULL,
    line bigint NOT NULL,
    account_code text NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    campaign_id text,
    pledge_id text,
    payment_id text,
    CONSTRAINT posting_amount_cents_check CHECK ((amount_cents <> 0)),
    CONSTRAINT posting_currency_check CHECK ((currency = 'EUR'::text))
);

CREATE TABLE public.process (
    id text NOT NULL,
    organisation_id text NOT NULL,
    slug text NOT NULL,
    title_it text NOT NULL,
    title_en text NOT NULL,
    summary_it text NOT NULL,
    summary_en text NOT NULL,
    created_at bigint NOT NULL,
    template text DEFAULT 'importedRanking'::text NOT NULL,
    CONSTRAINT process_template_check CHECK ((template = ANY (ARRAY['bipart'::text, 'classic'::text, 'portoAlegre'::text, 'socialFarm'::text, 'school'::text, 'importedRanking'::text])))
);

CREATE TABLE public.project (
    id text NOT NULL,
    process_id text NOT NULL,
    constituency_id text NOT NULL,
    external_id text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    cost_cents bigint,
    status text NOT NULL,
    merged_into text,
    created_at bigint NOT NULL,
    CONSTRAINT project_check CHECK (((status = 'merged'::text) = (merged_into IS NOT NULL))),
    CONSTRAINT project_cost_cents_check CHECK ((cost_cents >= 0)),
    CONSTRAINT project_status_check CHECK ((status = ANY (ARRAY['voted'::text, 'withdrawn'::text, 'merged'::text])))
);

CREATE TABLE public.proposal (
    id text NOT NULL,
    process_id text NOT NULL,
    constituency_id text NOT NULL,
    number bigint NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    cost_cents bigint,
    assembly_id text,
    author_id text,
    status text NOT NULL,
    form_key text,
    created_at bigint NOT NULL,
    CONSTRAINT proposal_check CHECK (((assembly_id IS NULL) OR (author_id IS NULL))),
    CONSTRAINT proposal_cost_cents_check CHECK ((cost_cents >= 0)),
    CONSTRAINT proposal_number_check CHECK ((number > 0)),
    CONSTRAINT proposal_status_check CHECK ((status = ANY (ARRAY['submitted'::text, 'published'::text, 'refused'::text, 'withdrawn'::text, 'merged'::text, 'split'::text])))
);

CREATE TABLE public.proposal_descent (
    source_id text NOT NULL,
    target_id text NOT NULL,
    descent text NOT NULL,
    CONSTRAINT proposal_descent_check CHECK ((source_id <> target_id)),
    CONSTRAINT proposal_descent_descent_check CHECK ((descent = ANY (ARRAY['merged'::text, 'split'::text, 'reproposed'::text])))
);

CREATE TABLE public.proposal_event (
    id text NOT NULL,
    proposal_id text NOT NULL,
    event text NOT NULL,
    from_status text NOT NULL,
    to_status text NOT NULL,
    reason text NOT NULL,
    actor_id text,
    occurred_at bigint NOT NULL,
    CONSTRAINT proposal_event_event_check CHECK ((event = ANY (ARRAY['published'::text, 'refused'::text, 'withdrawn'::text, 'merged'::text, 'split'::text])))
);

CREATE TABLE public.provider_movement (
    provider text NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL,
    object_id text NOT NULL,
    payment_id text,
    gross_cents bigint NOT NULL,
    fee_cents bigint NOT NULL,
    currency text NOT NULL,
    occurred_at bigint NOT NULL,
    settlement text,
    payment_name text,
    CONSTRAINT provider_movement_kind_check CHECK ((kind = ANY (ARRAY['capture'::text, 'refund'::text, 'refundFailed'::text, 'disputeWithdrawn'::text, 'disputeReinstated'::text, 'fee'::text, 'settlement'::text, 'settlementFailed'::text, 'other'::text])))
);

CREATE TABLE public.provider_poll (
    provider text NOT NULL,
    polled_until bigint NOT NULL
);

CREATE TABLE public.queue_pause (
    queue text NOT NULL,
    paused_at bigint NOT NULL,
    paused_by text
);

CREATE TABLE public.ranking (
    id text NOT NULL,
    process_id text NOT NULL,
    constituency_id text NOT NULL,
    vote_import_id text NOT NULL,
    status text NOT NULL,
    rule text NOT NULL,
    winners bigint,
    electors bigint,
    ballots bigint,
    created_at bigint NOT NULL,
    certified_at bigint,
    certified_by text,
    certificate text,
    digest text,
    CONSTRAINT ranking_check CHECK (((status <> 'certified'::text) OR ((certificate IS NOT NULL) AND (digest IS NOT NULL)))),
    CONSTRAINT ranking_status_check CHECK ((status = ANY (ARRAY['provisional'::text, 'tieOpen'::text, 'certified'::text, 'superseded'::text]))),
    CONSTRAINT ranking_winners_check CHECK ((winners > 0))
);

CREATE TABLE public.ranking_event (
    id text NOT NULL,
    ranking_id text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason text NOT NULL,
    actor_id text,
    occurred_at bigint NOT NULL
);

CREATE TABLE public.ranking_row (
    ranking_id text NOT NULL,
    project_id text NOT NULL,
    votes bigint NOT NULL,
    place bigint NOT NULL,
    shared boolean NOT NULL,
    sequence bigint NOT NULL,
    CONSTRAINT ranking_row_place_check CHECK ((place > 0)),
    CONSTRAINT ranking_row_votes_check CHECK ((votes >= 0))
);

CREATE TABLE public.recovery_code (
    mark text NOT NULL,
    person_id text NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint
);

CREATE TABLE public.refund (
    id text NOT NULL,
    payment_id text NOT NULL,
    pledge_id text NOT NULL,
    campaign_id text NOT NULL,
    provider text NOT NULL,
    provider_refund_id text,
    idempotency_key text NOT NULL,
    reward_cents bigint NOT NULL,
    gift_cents bigint NOT NULL,
    shipping_cents bigint NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    reason text NOT NULL,
    origin text NOT NULL,
    status text NOT NULL,
    requested_by text,
    requested_at bigint NOT NULL,
    decided_by text,
    updated_at bigint NOT NULL,
    resent_cents bigint DEFAULT 0 NOT NULL,
    CONSTRAINT refund_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT refund_check CHECK ((amount_cents = ((reward_cents + gift_cents) + shipping_cents))),
    CONSTRAINT refund_check1 CHECK (((requested_by IS NULL) OR (decided_by IS NULL) OR (decided_by <> requested_by))),
    CONSTRAINT refund_check2 CHECK (((requested_by IS NULL) OR (status = 'requested'::text) OR (decided_by IS NOT NULL))),
    CONSTRAINT refund_check3 CHECK (((resent_cents >= 0) AND (resent_cents <= amount_cents))),
    CONSTRAINT refund_currency_check CHECK ((currency = 'EUR'::text)),
    CONSTRAINT refund_gift_cents_check CHECK ((gift_cents >= 0)),
    CONSTRAINT refund_origin_check CHECK ((origin = ANY (ARRAY['desk'::text, 'donor'::text, 'rule'::text, 'provider'::text]))),
    CONSTRAINT refund_reason_check CHECK ((reason = ANY (ARRAY['campaignFailed'::text, 'campaignCancelled'::text, 'withdrawal'::text, 'askedByDonor'::text, 'rewardMissing'::text, 'paidTwice'::text, 'fraud'::text, 'unknown'::text]))),
    CONSTRAINT refund_reward_cents_check CHECK ((reward_cents >= 0)),
    CONSTRAINT refund_shipping_cents_check CHECK ((shipping_cents >= 0)),
    CONSTRAINT refund_status_check CHECK ((status = ANY (ARRAY['sentAgain'::text, 'requested'::text, 'rejected'::text, 'approved'::text, 'submitted'::text, 'pendingAtProvider'::text, 'succeeded'::text, 'failedRetryable'::text, 'failedPermanent'::text, 'manualTransferNeeded'::text, 'manualPaid'::text, 'unclaimed'::text])))
);

CREATE TABLE public.reward (
    id text NOT NULL,
    campaign_id text NOT NULL,
    "position" bigint NOT NULL,
    title_it text NOT NULL,
    title_en text NOT NULL,
    description_it text NOT NULL,
    description_en text NOT NULL,
    minimum_cents bigint NOT NULL,
    fair_value_cents bigint NOT NULL,
    stock bigint,
    limit_per_donor bigint,
    delivery text NOT NULL,
    shipping_cents bigint NOT NULL,
    pick_up_point_id text,
    delivered_from text,
    delivered_to text,
    perishable boolean NOT NULL,
    notice_it text NOT NULL,
    notice_en text NOT NULL,
    CONSTRAINT reward_check CHECK ((fair_value_cents <= minimum_cents)),
    CONSTRAINT reward_check1 CHECK (((delivery = 'shipping'::text) OR (shipping_cents = 0))),
    CONSTRAINT reward_check2 CHECK (((delivery = 'pickUp'::text) = (pick_up_point_id IS NOT NULL))),
    CONSTRAINT reward_delivery_check CHECK ((delivery = ANY (ARRAY['none'::text, 'pickUp'::text, 'shipping'::text]))),
    CONSTRAINT reward_fair_value_cents_check CHECK ((fair_value_cents >= 0)),
    CONSTRAINT reward_limit_per_donor_check CHECK ((limit_per_donor > 0)),
    CONSTRAINT reward_minimum_cents_check CHECK ((minimum_cents > 0)),
    CONSTRAINT reward_shipping_cents_check CHECK ((shipping_cents >= 0)),
    CONSTRAINT reward_stock_check CHECK ((stock >= 0))
);

CREATE TABLE public.role_grant (
    id text NOT NULL,
    person_id text NOT NULL,
    role text NOT NULL,
    scope_kind text NOT NULL,
    scope_id text NOT NULL,
    granted_by text,
    granted_at bigint NOT NULL,
    revoked_by text,
    revoked_at bigint,
    CONSTRAINT role_grant_check CHECK (((scope_kind = 'platform'::text) = (scope_id = ''::text))),
    CONSTRAINT role_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'treasurer'::text, 'reviewer'::text, 'facilitator'::text, 'campaignOwner'::text, 'fulfilment'::text, 'mediator'::text, 'auditor'::text, 'backer'::text, 'voter'::text]))),
    CONSTRAINT role_grant_scope_kind_check CHECK ((scope_kind = ANY (ARRAY['platform'::text, 'organisation'::text, 'process'::text, 'campaign'::text])))
);

CREATE TABLE public.saml_exchange (
    id text NOT NULL,
    request_id text NOT NULL,
    requested_at bigint NOT NULL,
    response_id text NOT NULL,
    answered_at bigint NOT NULL,
    issuer text NOT NULL,
    assertion_id text,
    subject text,
    subject_qualifier text,
    outcome text NOT NULL,
    request_sealed bytea NOT NULL,
    response_sealed bytea NOT NULL,
    keep_until bigint NOT NULL
);

CREATE TABLE public.saml_metadata (
    source text NOT NULL,
    scheme text NOT NULL,
    digest text NOT NULL,
    xml bytea NOT NULL,
    fetched_at bigint NOT NULL,
    problem text,
    CONSTRAINT saml_metadata_scheme_check CHECK ((scheme = ANY (ARRAY['spid'::text, 'cie'::text])))
);

CREATE TABLE public.saml_refusal (
    id text NOT NULL,
    refused_at bigint NOT NULL,
    reason text NOT NULL,
    request_id text,
    provider text,
    response_sealed bytea
);

CREATE TABLE public.saml_request (
    id text NOT NULL,
    provider text NOT NULL,
    scheme text NOT NULL,
    level bigint NOT NULL,
    browser_hash text NOT NULL,
    next_path text NOT NULL,
    previous_session text,
    request_sealed bytea NOT NULL,
    issued_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    answered_at bigint,
    purpose text DEFAULT 'signIn'::text NOT NULL,
    CONSTRAINT saml_request_level_check CHECK (((level >= 1) AND (level <= 3))),
    CONSTRAINT saml_request_purpose_check CHECK ((purpose = ANY (ARRAY['signIn'::text, 'link'::text, 'prove'::text]))),
    CONSTRAINT saml_request_scheme_check CHECK ((scheme = ANY (ARRAY['spid'::text, 'cie'::text])))
);

CREATE TABLE public.saml_seen (
    mark text NOT NULL,
    expires_at bigint NOT NULL
);

CREATE TABLE public.saml_session (
    token_hash text NOT NULL,
    provider text NOT NULL,
    scheme text NOT NULL,
    level bigint NOT NULL,
    name_id text NOT NULL,
    name_qualifier text NOT NULL,
    session_index text,
    authenticated_at bigint NOT NULL,
    CONSTRAINT saml_session_level_check CHECK (((level >= 1) AND (level <= 3))),
    CONSTRAINT saml_session_scheme_check CHECK ((scheme = ANY (ARRAY['spid'::text, 'cie'::text])))
);

CREATE TABLE public.sandbox_card (
    id text NOT NULL,
    idempotency_key text NOT NULL,
    merchant_reference text NOT NULL,
    return_url text NOT NULL,
    language text NOT NULL,
    status text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT sandbox_card_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
    CONSTRAINT sandbox_card_status_check CHECK ((status = ANY (ARRAY['open'::text, 'good'::text, 'declining'::text, 'guarded'::text, 'abandoned'::text])))
);

CREATE TABLE public.sandbox_delivery (
    id text NOT NULL,
    event_id text NOT NULL,
    due_at bigint NOT NULL,
    attempts bigint NOT NULL,
    answer text NOT NULL,
    delivered_at bigint
);

CREATE TABLE public.sandbox_dispute (
    id text NOT NULL,
    payment_id text NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT sandbox_dispute_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT sandbox_dispute_status_check CHECK ((status = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);

CREATE TABLE public.sandbox_event (
    id text NOT NULL,
    payment_id text,
    type text NOT NULL,
    body text NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE public.sandbox_mood (
    id bigint NOT NULL,
    doubled_percent bigint NOT NULL,
    lost_percent bigint NOT NULL,
    delay_seconds_max bigint NOT NULL,
    CONSTRAINT sandbox_mood_delay_seconds_max_check CHECK (((delay_seconds_max >= 0) AND (delay_seconds_max <= 600))),
    CONSTRAINT sandbox_mood_doubled_percent_check CHECK (((doubled_percent >= 0) AND (doubled_percent <= 100))),
    CONSTRAINT sandbox_mood_id_check CHECK ((id = 1)),
    CONSTRAINT sandbox_mood_lost_percent_check CHECK (((lost_percent >= 0) AND (lost_percent <= 100)))
);

CREATE TABLE public.sandbox_payment (
    id text NOT NULL,
    idempotency_key text NOT NULL,
    parameters text NOT NULL,
    merchant_reference text NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    description text NOT NULL,
    return_url text NOT NULL,
    language text NOT NULL,
    status text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    settles_at bigint,
    card text,
    CONSTRAINT sandbox_payment_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT sandbox_payment_language_check CHECK ((language = ANY (ARRAY['it'::text, 'en'::text]))),
    CONSTRAINT sandbox_payment_status_check CHECK ((status = ANY (ARRAY['open'::text, 'challenge'::text, 'processing'::text, 'succeeded'::text, 'declined'::text, 'notAuthenticated'::text, 'expired'::text])))
);

CREATE TABLE public.sandbox_refund (
    id text NOT NULL,
    payment_id text NOT NULL,
    idempotency_key text,
    merchant_reference text,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    status text NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT sandbox_refund_amount_cents_check CHECK ((amount_cents > 0)),
    CONSTRAINT sandbox_refund_status_check CHECK ((status = ANY (ARRAY['succeeded'::text, 'failed'::text])))
);

CREATE TABLE public.sealed_entry (
    journal_entry_id text NOT NULL,
    block_number bigint NOT NULL,
    "position" bigint NOT NULL,
    hash text NOT NULL,
    line_marks text NOT NULL,
    CONSTRAINT sealed_entry_position_check CHECK (("position" > 0))
);

CREATE TABLE public.second_factor (
    person_id text NOT NULL,
    secret_sealed bytea NOT NULL,
    created_at bigint NOT NULL,
    confirmed_at bigint,
    last_step bigint NOT NULL,
    wrong_tries bigint NOT NULL,
    last_wrong_at bigint,
    CONSTRAINT second_factor_check CHECK (((wrong_tries = 0) OR (last_wrong_at IS NOT NULL))),
    CONSTRAINT second_factor_last_step_check CHECK ((last_step >= 0)),
    CONSTRAINT second_factor_wrong_tries_check CHECK ((wrong_tries >= 0))
);

CREATE TABLE public.session (
    token_hash text NOT NULL,
    person_id text NOT NULL,
    csrf_secret text NOT NULL,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    ended_at bigint,
    device text DEFAULT ''::text NOT NULL,
    proved_at bigint,
    waiting_until bigint
);

CREATE TABLE public.sign_in_link (
    token_hash text NOT NULL,
    person_id text NOT NULL,
    next_path text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    mailed_at bigint,
    browser_hash text
);

CREATE TABLE public.stand_in (
    token_hash text NOT NULL,
    helper_id text NOT NULL,
    helped_id text NOT NULL,
    home_hash text NOT NULL,
    reason text NOT NULL,
    started_at bigint NOT NULL,
    CONSTRAINT stand_in_check CHECK ((helper_id <> helped_id)),
    CONSTRAINT stand_in_reason_check CHECK ((length(reason) >= 10))
);

CREATE TABLE public.statement (
    id text NOT NULL,
    iban text NOT NULL,
    currency text NOT NULL,
    format text NOT NULL,
    file_name text NOT NULL,
    digest text NOT NULL,
    content bytea NOT NULL,
    bank_statement text NOT NULL,
    from_on text,
    to_on text,
    opening_cents bigint,
    closing_cents bigint,
    imported_by text,
    imported_at bigint NOT NULL
);

CREATE TABLE public.statement_line (
    id text NOT NULL,
    statement_id text NOT NULL,
    "position" bigint NOT NULL,
    iban text NOT NULL,
    fingerprint text NOT NULL,
    ordinal bigint NOT NULL,
    booked_on text NOT NULL,
    value_on text NOT NULL,
    amount_cents bigint NOT NULL,
    currency text NOT NULL,
    bank_reference text NOT NULL,
    end_to_end_id text NOT NULL,
    reference text NOT NULL,
    party_name text NOT NULL,
    party_iban text NOT NULL,
    text text NOT NULL,
    CONSTRAINT statement_line_amount_cents_check CHECK ((amount_cents <> 0))
);

CREATE TABLE public.task (
    id text NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    arguments text NOT NULL,
    unique_key text,
    status text NOT NULL,
    priority bigint NOT NULL,
    run_at bigint NOT NULL,
    attempt bigint NOT NULL,
    attempts_max bigint NOT NULL,
    lease_owner text,
    lease_until bigint,
    last_error text,
    note text,
    created_at bigint NOT NULL,
    finished_at bigint,
    CONSTRAINT task_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT task_attempts_max_check CHECK ((attempts_max > 0)),
    CONSTRAINT task_check CHECK (((status = 'running'::text) = (lease_owner IS NOT NULL))),
    CONSTRAINT task_check1 CHECK (((status = 'running'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT task_check2 CHECK (((status = ANY (ARRAY['ready'::text, 'running'::text])) = (finished_at IS NULL))),
    CONSTRAINT task_status_check CHECK ((status = ANY (ARRAY['ready'::text, 'running'::text, 'done'::text, 'discarded'::text, 'cancelled'::text])))
)
WITH (fillfactor='75', autovacuum_vacuum_scale_factor='0.02');

CREATE TABLE public.tie_resolution (
    id text NOT NULL,
    ranking_id text NOT NULL,
    place bigint NOT NULL,
    method text NOT NULL,
    witnesses text NOT NULL,
    note text NOT NULL,
    sequence text NOT NULL,
    recorded_by text,
    recorded_at bigint NOT NULL
);

CREATE TABLE public.timetable_tick (
    name text NOT NULL,
    tick_at bigint NOT NULL,
    enqueued_at bigint NOT NULL
);

CREATE TABLE public.unsealed_entry (
    journal_entry_id text NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0.02', autovacuum_vacuum_threshold='1000');

CREATE TABLE public.vote_count (
    id text NOT NULL,
    process_id text NOT NULL,
    constituency_id text NOT NULL,
    ranking_id text NOT NULL,
    status text NOT NULL,
    parameters text NOT NULL,
    purchases bytea,
    lot_secret bytea NOT NULL,
    lot_words text,
    outcomes bigint DEFAULT 0 NOT NULL,
    raised_by bigint DEFAULT 0 NOT NULL,
    cost_reached bigint DEFAULT 0 NOT NULL,
    stop_asked boolean NOT NULL,
    problem text,
    ballots bytea,
    published_purchases bytea,
    certificate text,
    digest text,
    ordered_at bigint NOT NULL,
    counted_at bigint,
    certified_at bigint,
    certified_by text,
    CONSTRAINT vote_count_check CHECK (((status <> ALL (ARRAY['tieOpen'::text, 'counted'::text, 'certified'::text, 'superseded'::text])) OR ((certificate IS NOT NULL) AND (digest IS NOT NULL) AND (ballots IS NOT NULL)))),
    CONSTRAINT vote_count_check1 CHECK (((certified_at IS NOT NULL) = (status = ANY (ARRAY['certified'::text, 'superseded'::text])))),
    CONSTRAINT vote_count_status_check CHECK ((status = ANY (ARRAY['ordered'::text, 'counting'::text, 'tieOpen'::text, 'counted'::text, 'certified'::text, 'superseded'::text, 'stopped'::text, 'failed'::text])))
);

CREATE TABLE public.vote_count_event (
    id text NOT NULL,
    vote_count_id text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    reason text NOT NULL,
    actor_id text,
    occurred_at bigint NOT NULL
);

CREATE TABLE public.vote_import (
    id text NOT NULL,
    process_id text NOT NULL,
    format text NOT NULL,
    file_name text NOT NULL,
    content bytea NOT NULL,
    digest text NOT NULL,
    imported_by text,
    imported_at bigint NOT NULL,
    CONSTRAINT vote_import_format_check CHECK ((format = ANY (ARRAY['pabulib'::text, 'csv'::text, 'json'::text])))
);

CREATE TABLE public.voter (
    id text NOT NULL,
    phase_id text NOT NULL,
    constituency_id text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    group_name text NOT NULL
);

CREATE TABLE public.voter_claim (
    voter_id text NOT NULL,
    phase_id text NOT NULL,
    person_id text NOT NULL,
    claimed_at bigint NOT NULL
);

CREATE TABLE public.webhook_event (
    id text NOT NULL,
    provider text NOT NULL,
    event_id text NOT NULL,
    type text NOT NULL,
    object_id text NOT NULL,
    signature text NOT NULL,
    body bytea NOT NULL,
    status text NOT NULL,
    reason text NOT NULL,
    attempts bigint NOT NULL,
    received_at bigint NOT NULL,
    settled_at bigint,
    CONSTRAINT webhook_event_status_check CHECK ((status = ANY (ARRAY['received'::text, 'applied'::text, 'ignored'::text, 'deferred'::text, 'dead'::text])))
);

ALTER TABLE ONLY public.account_delta
    ADD CONSTRAINT account_delta_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (code);

ALTER TABLE ONLY public.account_total
    ADD CONSTRAINT account_total_pkey PRIMARY KEY (account_code);

ALTER TABLE ONLY public.address_claim
    ADD CONSTRAINT address_claim_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_form_key_key UNIQUE (form_key);

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_record
    ADD CONSTRAINT audit_record_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.backer
    ADD CONSTRAINT backer_email_key_key UNIQUE (email_key);

ALTER TABLE ONLY public.backer
    ADD CONSTRAINT backer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.bank_file
    ADD CONSTRAINT bank_file_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.bank_file
    ADD CONSTRAINT bank_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.budget_line
    ADD CONSTRAINT budget_line_campaign_id_position_key UNIQUE (campaign_id, "position");

ALTER TABLE ONLY public.budget_line
    ADD CONSTRAINT budget_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaign_event
    ADD CONSTRAINT campaign_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaign_outcome
    ADD CONSTRAINT campaign_outcome_pkey PRIMARY KEY (campaign_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.campaign_project
    ADD CONSTRAINT campaign_project_pkey PRIMARY KEY (campaign_id, project_id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.card_mandate
    ADD CONSTRAINT card_mandate_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.card_mandate
    ADD CONSTRAINT card_mandate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.card_mandate
    ADD CONSTRAINT card_mandate_pledge_id_attempt_key UNIQUE (pledge_id, attempt);

ALTER TABLE ONLY public.card_mandate
    ADD CONSTRAINT card_mandate_provider_provider_reference_key UNIQUE (provider, provider_reference);

ALTER TABLE ONLY public.card_try
    ADD CONSTRAINT card_try_pkey PRIMARY KEY (provider, try_id, outcome);

ALTER TABLE ONLY public.census
    ADD CONSTRAINT census_pkey PRIMARY KEY (phase_id);

ALTER TABLE ONLY public.constituency
    ADD CONSTRAINT constituency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.constituency
    ADD CONSTRAINT constituency_process_id_code_key UNIQUE (process_id, code);

ALTER TABLE ONLY public.credential_conflict
    ADD CONSTRAINT credential_conflict_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.delegate
    ADD CONSTRAINT delegate_assembly_id_name_key UNIQUE (assembly_id, name);

ALTER TABLE ONLY public.delegate
    ADD CONSTRAINT delegate_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dispute
    ADD CONSTRAINT dispute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dispute
    ADD CONSTRAINT dispute_provider_provider_dispute_id_key UNIQUE (provider, provider_dispute_id);

ALTER TABLE ONLY public.expected_payment
    ADD CONSTRAINT expected_payment_payment_id_key UNIQUE (payment_id);

ALTER TABLE ONLY public.expected_payment
    ADD CONSTRAINT expected_payment_pkey PRIMARY KEY (their_pledge_id);

ALTER TABLE ONLY public.expected_payment
    ADD CONSTRAINT expected_payment_pledge_id_key UNIQUE (pledge_id);

ALTER TABLE ONLY public.expected_payment
    ADD CONSTRAINT expected_payment_provider_provider_payment_id_key UNIQUE (provider, provider_payment_id);

ALTER TABLE ONLY public.fiscal_identity
    ADD CONSTRAINT fiscal_identity_fiscal_mark_key UNIQUE (fiscal_mark);

ALTER TABLE ONLY public.fiscal_identity
    ADD CONSTRAINT fiscal_identity_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_reverses_key UNIQUE (reverses);

ALTER TABLE ONLY public.leader_term
    ADD CONSTRAINT leader_term_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.ledger_block
    ADD CONSTRAINT ledger_block_hash_key UNIQUE (hash);

ALTER TABLE ONLY public.ledger_block
    ADD CONSTRAINT ledger_block_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.ledger_block
    ADD CONSTRAINT ledger_block_previous_hash_key UNIQUE (previous_hash);

ALTER TABLE ONLY public.ledger_head
    ADD CONSTRAINT ledger_head_pkey PRIMARY KEY (day);

ALTER TABLE ONLY public.line_match
    ADD CONSTRAINT line_match_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mail_message
    ADD CONSTRAINT mail_message_unique_key_key UNIQUE (unique_key);

ALTER TABLE ONLY public.match_commitment
    ADD CONSTRAINT match_commitment_pkey PRIMARY KEY (fund_id, campaign_id);

ALTER TABLE ONLY public.match_fund
    ADD CONSTRAINT match_fund_code_key UNIQUE (code);

ALTER TABLE ONLY public.match_fund
    ADD CONSTRAINT match_fund_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.money_environment
    ADD CONSTRAINT money_environment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.money_exception
    ADD CONSTRAINT money_exception_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.money_step
    ADD CONSTRAINT money_step_pkey PRIMARY KEY (object_id, ordinal);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.organisation
    ADD CONSTRAINT organisation_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.passkey_challenge
    ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (hash);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_credential_key UNIQUE (credential);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payee_account
    ADD CONSTRAINT payee_account_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment_event
    ADD CONSTRAINT payment_event_pkey PRIMARY KEY (payment_id, ordinal);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.payment_name
    ADD CONSTRAINT payment_name_pkey PRIMARY KEY (provider, name);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_pledge_id_attempt_key UNIQUE (pledge_id, attempt);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_provider_provider_payment_id_key UNIQUE (provider, provider_payment_id);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_end_to_end_key UNIQUE (end_to_end);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_email_key_key UNIQUE (email_key);

ALTER TABLE ONLY public.person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phase_event
    ADD CONSTRAINT phase_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phase
    ADD CONSTRAINT phase_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.phase
    ADD CONSTRAINT phase_process_id_position_key UNIQUE (process_id, "position");

ALTER TABLE ONLY public.pick_up_point
    ADD CONSTRAINT pick_up_point_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_access_key_key UNIQUE (access_key);

ALTER TABLE ONLY public.pledge_event
    ADD CONSTRAINT pledge_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_form_token_key UNIQUE (form_token);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_reference_key UNIQUE (reference);

ALTER TABLE ONLY public.pledge_tax_code
    ADD CONSTRAINT pledge_tax_code_pkey PRIMARY KEY (pledge_id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_transfer_reference_key UNIQUE (transfer_reference);

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_pkey PRIMARY KEY (journal_entry_id, line);

ALTER TABLE ONLY public.process
    ADD CONSTRAINT process_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.process
    ADD CONSTRAINT process_slug_key UNIQUE (slug);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_constituency_id_external_id_key UNIQUE (constituency_id, external_id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proposal_descent
    ADD CONSTRAINT proposal_descent_pkey PRIMARY KEY (source_id, target_id);

ALTER TABLE ONLY public.proposal_event
    ADD CONSTRAINT proposal_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_form_key_key UNIQUE (form_key);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_process_id_number_key UNIQUE (process_id, number);

ALTER TABLE ONLY public.provider_movement
    ADD CONSTRAINT provider_movement_pkey PRIMARY KEY (provider, reference);

ALTER TABLE ONLY public.provider_poll
    ADD CONSTRAINT provider_poll_pkey PRIMARY KEY (provider);

ALTER TABLE ONLY public.queue_pause
    ADD CONSTRAINT queue_pause_pkey PRIMARY KEY (queue);

ALTER TABLE ONLY public.ranking_event
    ADD CONSTRAINT ranking_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ranking
    ADD CONSTRAINT ranking_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.ranking_row
    ADD CONSTRAINT ranking_row_pkey PRIMARY KEY (ranking_id, project_id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (mark);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_provider_provider_refund_id_key UNIQUE (provider, provider_refund_id);

ALTER TABLE ONLY public.reward
    ADD CONSTRAINT reward_campaign_id_position_key UNIQUE (campaign_id, "position");

ALTER TABLE ONLY public.reward
    ADD CONSTRAINT reward_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saml_exchange
    ADD CONSTRAINT saml_exchange_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saml_exchange
    ADD CONSTRAINT saml_exchange_request_id_key UNIQUE (request_id);

ALTER TABLE ONLY public.saml_metadata
    ADD CONSTRAINT saml_metadata_pkey PRIMARY KEY (source);

ALTER TABLE ONLY public.saml_refusal
    ADD CONSTRAINT saml_refusal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saml_request
    ADD CONSTRAINT saml_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.saml_seen
    ADD CONSTRAINT saml_seen_pkey PRIMARY KEY (mark);

ALTER TABLE ONLY public.saml_session
    ADD CONSTRAINT saml_session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.sandbox_card
    ADD CONSTRAINT sandbox_card_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.sandbox_card
    ADD CONSTRAINT sandbox_card_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_delivery
    ADD CONSTRAINT sandbox_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_dispute
    ADD CONSTRAINT sandbox_dispute_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_event
    ADD CONSTRAINT sandbox_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_mood
    ADD CONSTRAINT sandbox_mood_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_payment
    ADD CONSTRAINT sandbox_payment_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.sandbox_payment
    ADD CONSTRAINT sandbox_payment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sandbox_refund
    ADD CONSTRAINT sandbox_refund_idempotency_key_key UNIQUE (idempotency_key);

ALTER TABLE ONLY public.sandbox_refund
    ADD CONSTRAINT sandbox_refund_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sealed_entry
    ADD CONSTRAINT sealed_entry_block_number_position_key UNIQUE (block_number, "position");

ALTER TABLE ONLY public.sealed_entry
    ADD CONSTRAINT sealed_entry_pkey PRIMARY KEY (journal_entry_id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_pkey PRIMARY KEY (person_id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.sign_in_link
    ADD CONSTRAINT sign_in_link_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY public.statement_line
    ADD CONSTRAINT statement_line_fingerprint_ordinal_key UNIQUE (fingerprint, ordinal);

ALTER TABLE ONLY public.statement_line
    ADD CONSTRAINT statement_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.statement
    ADD CONSTRAINT statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tie_resolution
    ADD CONSTRAINT tie_resolution_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.tie_resolution
    ADD CONSTRAINT tie_resolution_ranking_id_place_key UNIQUE (ranking_id, place);

ALTER TABLE ONLY public.timetable_tick
    ADD CONSTRAINT timetable_tick_pkey PRIMARY KEY (name, tick_at);

ALTER TABLE ONLY public.unsealed_entry
    ADD CONSTRAINT unsealed_entry_pkey PRIMARY KEY (journal_entry_id);

ALTER TABLE ONLY public.vote_count_event
    ADD CONSTRAINT vote_count_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vote_count
    ADD CONSTRAINT vote_count_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vote_import
    ADD CONSTRAINT vote_import_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.voter_claim
    ADD CONSTRAINT voter_claim_phase_id_person_id_key UNIQUE (phase_id, person_id);

ALTER TABLE ONLY public.voter_claim
    ADD CONSTRAINT voter_claim_pkey PRIMARY KEY (voter_id);

ALTER TABLE ONLY public.voter
    ADD CONSTRAINT voter_phase_id_code_key UNIQUE (phase_id, code);

ALTER TABLE ONLY public.voter
    ADD CONSTRAINT voter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook_event
    ADD CONSTRAINT webhook_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.webhook_event
    ADD CONSTRAINT webhook_event_provider_event_id_key UNIQUE (provider, event_id);

CREATE INDEX account_delta_account ON public.account_delta USING btree (account_code);

CREATE INDEX address_claim_person ON public.address_claim USING btree (person_id);

CREATE INDEX assembly_process ON public.assembly USING btree (process_id);

CREATE INDEX audit_record_actor ON public.audit_record USING btree (actor_id, id);

CREATE INDEX audit_record_object ON public.audit_record USING btree (object_kind, object_id);

CREATE INDEX audit_record_object_id ON public.audit_record USING btree (object_id, id);

CREATE INDEX backer_person ON public.backer USING btree (person_id);

CREATE INDEX campaign_event_campaign ON public.campaign_event USING btree (campaign_id);

CREATE INDEX campaign_status ON public.campaign USING btree (status, closes_at);

CREATE INDEX card_mandate_campaign ON public.card_mandate USING btree (campaign_id, status);

CREATE UNIQUE INDEX card_mandate_saved ON public.card_mandate USING btree (pledge_id) WHERE (status = 'saved'::text);

CREATE INDEX card_mandate_status ON public.card_mandate USING btree (status, next_at);

CREATE INDEX card_try_address ON public.card_try USING btree (address_digest, occurred_at);

CREATE INDEX card_try_backer ON public.card_try USING btree (backer_id, occurred_at);

CREATE INDEX card_try_campaign ON public.card_try USING btree (campaign_id, occurred_at);

CREATE INDEX card_try_card ON public.card_try USING btree (card);

CREATE INDEX card_try_payment ON public.card_try USING btree (payment_id);

CREATE INDEX card_try_time ON public.card_try USING btree (occurred_at);

CREATE UNIQUE INDEX credential_conflict_once ON public.credential_conflict USING btree (claimant_id, mark) WHERE (ruling IS NULL);

CREATE INDEX credential_conflict_recent ON public.credential_conflict USING btree (claimed_at);

CREATE INDEX dispute_campaign ON public.dispute USING btree (campaign_id, status);

CREATE INDEX dispute_payment ON public.dispute USING btree (payment_id);

CREATE INDEX dispute_status ON public.dispute USING btree (status, opened_at);

CREATE INDEX expected_payment_iban ON public.expected_payment USING btree (donor_iban);

CREATE INDEX expected_payment_reference ON public.expected_payment USING btree (reference);

CREATE UNIQUE INDEX invitation_open ON public.invitation USING btree (email_key, role, scope_kind, scope_id) WHERE ((accepted_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX journal_entry_cause ON public.journal_entry USING btree (cause_kind, cause_id);

CREATE INDEX journal_entry_effective ON public.journal_entry USING btree (effective_on, id);

CREATE INDEX journal_entry_recorded ON public.journal_entry USING btree (recorded_at);

CREATE UNIQUE INDEX line_match_current ON public.line_match USING btree (line_id) WHERE (status <> 'undone'::text);

CREATE UNIQUE INDEX line_match_settlement ON public.line_match USING btree (note) WHERE ((reason = 'settlement'::text) AND (status = 'matched'::text));

CREATE INDEX line_match_status ON public.line_match USING btree (status, decided_at);

CREATE INDEX mail_message_recent ON public.mail_message USING btree (created_at);

CREATE INDEX mail_message_unsent ON public.mail_message USING btree (status, created_at) WHERE (status <> 'sent'::text);

CREATE INDEX match_commitment_campaign ON public.match_commitment USING btree (campaign_id);

CREATE UNIQUE INDEX money_exception_open ON public.money_exception USING btree (kind, object_id) WHERE (closed_at IS NULL);

CREATE INDEX money_exception_payment ON public.money_exception USING btree (payment_id);

CREATE INDEX passkey_challenge_over ON public.passkey_challenge USING btree (expires_at);

CREATE INDEX passkey_person ON public.passkey USING btree (person_id);

CREATE INDEX payee_account_organisation ON public.payee_account USING btree (organisation_id, entered_at);

CREATE INDEX payment_campaign ON public.payment USING btree (campaign_id, created_at);

CREATE INDEX payment_recent ON public.payment USING btree (created_at);

CREATE INDEX payment_status ON public.payment USING btree (status, created_at);

CREATE INDEX payout_campaign ON public.payout USING btree (campaign_id, status);

CREATE INDEX payout_status ON public.payout USING btree (status, proposed_at);

CREATE INDEX phase_due ON public.phase USING btree (opens_on) WHERE (status = ANY (ARRAY['configured'::text, 'open'::text]));

CREATE INDEX phase_event_phase ON public.phase_event USING btree (phase_id);

CREATE INDEX pledge_backer ON public.pledge USING btree (backer_id);

CREATE INDEX pledge_campaign ON public.pledge USING btree (campaign_id, status, created_at);

CREATE INDEX pledge_event_pledge ON public.pledge_event USING btree (pledge_id);

CREATE INDEX pledge_expiring ON public.pledge USING btree (expires_at) WHERE (status = ANY (ARRAY['reserved'::text, 'awaitingPayment'::text, 'paymentFailed'::text]));

CREATE INDEX pledge_reward ON public.pledge USING btree (reward_id, status);

CREATE INDEX pledge_reward_lost ON public.pledge USING btree (created_at) WHERE reward_lost;

CREATE INDEX pledge_tax_code_clear ON public.pledge USING btree (id) WHERE (tax_code IS NOT NULL);

CREATE INDEX posting_account ON public.posting USING btree (account_code, journal_entry_id);

CREATE INDEX posting_pledge ON public.posting USING btree (pledge_id);

CREATE INDEX posting_provider_fee ON public.posting USING btree (campaign_id, account_code, amount_cents) WHERE (substr(account_code, 1, 13) = 'provider_fee:'::text);

CREATE INDEX posting_raised ON public.posting USING btree (campaign_id, account_code, amount_cents) WHERE (pledge_id IS NOT NULL);

CREATE INDEX proposal_assembly ON public.proposal USING btree (assembly_id);

CREATE INDEX proposal_author ON public.proposal USING btree (author_id, process_id);

CREATE INDEX proposal_descent_target ON public.proposal_descent USING btree (target_id);

CREATE INDEX proposal_event_proposal ON public.proposal_event USING btree (proposal_id);

CREATE INDEX provider_movement_occurred ON public.provider_movement USING btree (provider, occurred_at);

CREATE INDEX provider_movement_payment ON public.provider_movement USING btree (payment_id);

CREATE INDEX provider_movement_reference ON public.provider_movement USING btree (reference);

CREATE INDEX provider_movement_settlement ON public.provider_movement USING btree (provider, settlement);

CREATE INDEX provider_movement_settlements ON public.provider_movement USING btree (provider, occurred_at) WHERE (kind = ANY (ARRAY['settlement'::text, 'settlementFailed'::text]));

CREATE INDEX provider_movement_transfers ON public.provider_movement USING btree (gross_cents) WHERE (kind = 'settlement'::text);

CREATE INDEX provider_movement_unowned ON public.provider_movement USING btree (provider, occurred_at) WHERE (payment_id IS NULL);

CREATE UNIQUE INDEX ranking_certified_once ON public.ranking USING btree (constituency_id) WHERE (status = 'certified'::text);

CREATE INDEX ranking_event_ranking ON public.ranking_event USING btree (ranking_id);

CREATE INDEX recovery_code_person ON public.recovery_code USING btree (person_id);

CREATE INDEX refund_campaign ON public.refund USING btree (campaign_id);

CREATE INDEX refund_payment ON public.refund USING btree (payment_id);

CREATE INDEX refund_status ON public.refund USING btree (status, requested_at);

CREATE UNIQUE INDEX role_grant_once ON public.role_grant USING btree (person_id, role, scope_kind, scope_id) WHERE (revoked_at IS NULL);

CREATE INDEX saml_exchange_expiry ON public.saml_exchange USING btree (keep_until);

CREATE INDEX saml_exchange_response ON public.saml_exchange USING btree (response_id);

CREATE INDEX saml_refusal_time ON public.saml_refusal USING btree (refused_at);

CREATE INDEX saml_request_browser ON public.saml_request USING btree (browser_hash);

CREATE INDEX saml_request_expiry ON public.saml_request USING btree (expires_at);

CREATE INDEX saml_seen_expiry ON public.saml_seen USING btree (expires_at);

CREATE INDEX saml_session_subject ON public.saml_session USING btree (provider, name_id);

CREATE INDEX sandbox_delivery_due ON public.sandbox_delivery USING btree (due_at) WHERE (delivered_at IS NULL);

CREATE INDEX sandbox_dispute_payment ON public.sandbox_dispute USING btree (payment_id);

CREATE INDEX sandbox_event_created ON public.sandbox_event USING btree (created_at);

CREATE INDEX sandbox_payment_due ON public.sandbox_payment USING btree (status, settles_at);

CREATE INDEX sandbox_refund_payment ON public.sandbox_refund USING btree (payment_id);

CREATE INDEX session_person ON public.session USING btree (person_id);

CREATE INDEX sign_in_link_person ON public.sign_in_link USING btree (person_id);

CREATE INDEX stand_in_helped ON public.stand_in USING btree (helped_id);

CREATE INDEX stand_in_helper ON public.stand_in USING btree (helper_id);

CREATE INDEX stand_in_home ON public.stand_in USING btree (home_hash);

CREATE INDEX statement_line_alike ON public.statement_line USING btree (iban, booked_on, amount_cents);

CREATE INDEX statement_line_statement ON public.statement_line USING btree (statement_id, "position");

CREATE INDEX task_lease ON public.task USING btree (lease_until) WHERE (status = 'running'::text);

CREATE UNIQUE INDEX task_once ON public.task USING btree (kind, unique_key) WHERE (status = ANY (ARRAY['ready'::text, 'running'::text]));

CREATE INDEX task_ready ON public.task USING btree (queue, priority, run_at, id) WHERE (status = 'ready'::text);

CREATE INDEX task_status ON public.task USING btree (status, created_at, id);

CREATE UNIQUE INDEX vote_count_certified_once ON public.vote_count USING btree (constituency_id) WHERE (status = 'certified'::text);

CREATE INDEX vote_count_event_count ON public.vote_count_event USING btree (vote_count_id);

CREATE INDEX vote_count_process ON public.vote_count USING btree (process_id);

CREATE INDEX webhook_event_object ON public.webhook_event USING btree (object_id);

CREATE INDEX webhook_event_recent ON public.webhook_event USING btree (received_at);

CREATE INDEX webhook_event_status ON public.webhook_event USING btree (status, received_at);

CREATE TRIGGER account_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.account FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_record_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_record FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER card_mandate_kept BEFORE UPDATE ON public.card_mandate FOR EACH ROW EXECUTE FUNCTION public.card_mandate_keeps();

CREATE TRIGGER card_mandate_never_deleted BEFORE DELETE OR TRUNCATE ON public.card_mandate FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER census_kept BEFORE DELETE OR UPDATE ON public.census FOR EACH ROW EXECUTE FUNCTION public.participation_never_changed();

CREATE TRIGGER constituency_budget_kept BEFORE UPDATE ON public.constituency FOR EACH ROW EXECUTE FUNCTION public.constituency_budget_kept();

CREATE CONSTRAINT TRIGGER journal_entry_balances AFTER INSERT ON public.journal_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.journal_entry_balances();

CREATE TRIGGER journal_entry_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER journal_entry_waits AFTER INSERT ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION public.journal_entry_waits();

CREATE TRIGGER ledger_block_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_block FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER ledger_head_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER money_environment_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.money_environment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER money_step_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.money_step FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER payee_account_kept BEFORE UPDATE ON public.payee_account FOR EACH ROW EXECUTE FUNCTION public.payee_account_keeps();

CREATE TRIGGER payee_account_never_deleted BEFORE DELETE OR TRUNCATE ON public.payee_account FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER payment_event_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payment_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER payout_kept BEFORE UPDATE ON public.payout FOR EACH ROW EXECUTE FUNCTION public.payout_keeps();

CREATE TRIGGER payout_never_deleted BEFORE DELETE OR TRUNCATE ON public.payout FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER phase_event_kept BEFORE DELETE OR UPDATE ON public.phase_event FOR EACH ROW EXECUTE FUNCTION public.participation_never_changed();

CREATE TRIGGER phase_kept BEFORE DELETE OR UPDATE ON public.phase FOR EACH ROW EXECUTE FUNCTION public.phase_kept();

CREATE TRIGGER pledge_tax_code_sealed BEFORE INSERT OR UPDATE OF tax_code ON public.pledge FOR EACH ROW WHEN ((new.tax_code IS NOT NULL)) EXECUTE FUNCTION public.refuse_clear_tax_code();

CREATE CONSTRAINT TRIGGER posting_balances AFTER INSERT ON public.posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.posting_balances();

CREATE TRIGGER posting_counts AFTER INSERT ON public.posting FOR EACH ROW EXECUTE FUNCTION public.posting_counts();

CREATE TRIGGER posting_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.posting FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER proposal_descent_kept BEFORE DELETE OR UPDATE ON public.proposal_descent FOR EACH ROW EXECUTE FUNCTION public.participation_never_changed();

CREATE TRIGGER proposal_event_kept BEFORE DELETE OR UPDATE ON public.proposal_event FOR EACH ROW EXECUTE FUNCTION public.participation_never_changed();

CREATE TRIGGER proposal_kept BEFORE DELETE OR UPDATE ON public.proposal FOR EACH ROW EXECUTE FUNCTION public.proposal_kept();

CREATE TRIGGER refund_changes BEFORE UPDATE ON public.refund FOR EACH ROW EXECUTE FUNCTION public.refund_changes();

CREATE TRIGGER refund_covered BEFORE INSERT ON public.refund FOR EACH ROW EXECUTE FUNCTION public.refund_is_covered();

CREATE TRIGGER refund_kept BEFORE DELETE OR TRUNCATE ON public.refund FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER saml_exchange_kept BEFORE UPDATE OR TRUNCATE ON public.saml_exchange FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER saml_exchange_kept_long BEFORE DELETE ON public.saml_exchange FOR EACH ROW EXECUTE FUNCTION public.keep_saml_exchange();

CREATE TRIGGER sealed_entry_kept BEFORE DELETE OR UPDATE OR TRUNCATE ON public.sealed_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vote_count_kept BEFORE DELETE OR UPDATE ON public.vote_count FOR EACH ROW EXECUTE FUNCTION public.vote_count_kept();

CREATE TRIGGER voter_frozen BEFORE INSERT OR DELETE OR UPDATE ON public.voter FOR EACH ROW EXECUTE FUNCTION public.voter_frozen();

ALTER TABLE ONLY public.account_total
    ADD CONSTRAINT account_total_account_code_fkey FOREIGN KEY (account_code) REFERENCES public.account(code);

ALTER TABLE ONLY public.address_claim
    ADD CONSTRAINT address_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_constituency_id_fkey FOREIGN KEY (constituency_id) REFERENCES public.constituency(id);

ALTER TABLE ONLY public.assembly
    ADD CONSTRAINT assembly_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.audit_record
    ADD CONSTRAINT audit_record_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.audit_record
    ADD CONSTRAINT audit_record_on_behalf_of_fkey FOREIGN KEY (on_behalf_of) REFERENCES public.person(id);

ALTER TABLE ONLY public.backer
    ADD CONSTRAINT backer_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.bank_file
    ADD CONSTRAINT bank_file_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.budget_line
    ADD CONSTRAINT budget_line_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.campaign_event
    ADD CONSTRAINT campaign_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.campaign_event
    ADD CONSTRAINT campaign_event_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.campaign_outcome
    ADD CONSTRAINT campaign_outcome_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.campaign_project
    ADD CONSTRAINT campaign_project_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.campaign_project
    ADD CONSTRAINT campaign_project_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.project(id);

ALTER TABLE ONLY public.campaign_project
    ADD CONSTRAINT campaign_project_ranking_id_fkey FOREIGN KEY (ranking_id) REFERENCES public.ranking(id);

ALTER TABLE ONLY public.campaign
    ADD CONSTRAINT campaign_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.card_mandate
    ADD CONSTRAINT card_mandate_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.card_mandate
    ADD CONSTRAINT card_mandate_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.card_try
    ADD CONSTRAINT card_try_backer_id_fkey FOREIGN KEY (backer_id) REFERENCES public.backer(id);

ALTER TABLE ONLY public.card_try
    ADD CONSTRAINT card_try_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.card_try
    ADD CONSTRAINT card_try_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.census
    ADD CONSTRAINT census_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES public.phase(id);

ALTER TABLE ONLY public.constituency
    ADD CONSTRAINT constituency_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.credential_conflict
    ADD CONSTRAINT credential_conflict_claimant_id_fkey FOREIGN KEY (claimant_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.credential_conflict
    ADD CONSTRAINT credential_conflict_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.credential_conflict
    ADD CONSTRAINT credential_conflict_holder_id_fkey FOREIGN KEY (holder_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.delegate
    ADD CONSTRAINT delegate_assembly_id_fkey FOREIGN KEY (assembly_id) REFERENCES public.assembly(id);

ALTER TABLE ONLY public.dispute
    ADD CONSTRAINT dispute_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.dispute
    ADD CONSTRAINT dispute_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.dispute
    ADD CONSTRAINT dispute_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.expected_payment
    ADD CONSTRAINT expected_payment_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.expected_payment
    ADD CONSTRAINT expected_payment_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.fiscal_identity
    ADD CONSTRAINT fiscal_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_reverses_fkey FOREIGN KEY (reverses) REFERENCES public.journal_entry(id);

ALTER TABLE ONLY public.line_match
    ADD CONSTRAINT line_match_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.line_match
    ADD CONSTRAINT line_match_journal_entry_id_fkey FOREIGN KEY (journal_entry_id) REFERENCES public.journal_entry(id);

ALTER TABLE ONLY public.line_match
    ADD CONSTRAINT line_match_line_id_fkey FOREIGN KEY (line_id) REFERENCES public.statement_line(id);

ALTER TABLE ONLY public.line_match
    ADD CONSTRAINT line_match_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.match_commitment
    ADD CONSTRAINT match_commitment_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.match_commitment
    ADD CONSTRAINT match_commitment_fund_id_fkey FOREIGN KEY (fund_id) REFERENCES public.match_fund(id);

ALTER TABLE ONLY public.match_fund
    ADD CONSTRAINT match_fund_created_by_fkey FOREIGN KEY (created_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.money_exception
    ADD CONSTRAINT money_exception_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.money_exception
    ADD CONSTRAINT money_exception_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.money_step
    ADD CONSTRAINT money_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.passkey
    ADD CONSTRAINT passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.payee_account
    ADD CONSTRAINT payee_account_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.payee_account
    ADD CONSTRAINT payee_account_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.payee_account
    ADD CONSTRAINT payee_account_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.payment_event
    ADD CONSTRAINT payment_event_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.payment_name
    ADD CONSTRAINT payment_name_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.payment
    ADD CONSTRAINT payment_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.payee_account(id);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_bank_file_id_fkey FOREIGN KEY (bank_file_id) REFERENCES public.bank_file(id);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.payout
    ADD CONSTRAINT payout_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.phase_event
    ADD CONSTRAINT phase_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.phase_event
    ADD CONSTRAINT phase_event_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES public.phase(id);

ALTER TABLE ONLY public.phase
    ADD CONSTRAINT phase_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.pick_up_point
    ADD CONSTRAINT pick_up_point_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_backer_id_fkey FOREIGN KEY (backer_id) REFERENCES public.backer(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.pledge_event
    ADD CONSTRAINT pledge_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.pledge_event
    ADD CONSTRAINT pledge_event_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.pledge
    ADD CONSTRAINT pledge_reward_id_fkey FOREIGN KEY (reward_id) REFERENCES public.reward(id);

ALTER TABLE ONLY public.pledge_tax_code
    ADD CONSTRAINT pledge_tax_code_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_account_code_fkey FOREIGN KEY (account_code) REFERENCES public.account(code);

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_journal_entry_id_fkey FOREIGN KEY (journal_entry_id) REFERENCES public.journal_entry(id);

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.posting
    ADD CONSTRAINT posting_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.process
    ADD CONSTRAINT process_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES public.organisation(id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_constituency_id_fkey FOREIGN KEY (constituency_id) REFERENCES public.constituency(id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES public.project(id);

ALTER TABLE ONLY public.project
    ADD CONSTRAINT project_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_assembly_id_fkey FOREIGN KEY (assembly_id) REFERENCES public.assembly(id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_author_id_fkey FOREIGN KEY (author_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_constituency_id_fkey FOREIGN KEY (constituency_id) REFERENCES public.constituency(id);

ALTER TABLE ONLY public.proposal_descent
    ADD CONSTRAINT proposal_descent_source_id_fkey FOREIGN KEY (source_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.proposal_descent
    ADD CONSTRAINT proposal_descent_target_id_fkey FOREIGN KEY (target_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.proposal_event
    ADD CONSTRAINT proposal_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.proposal_event
    ADD CONSTRAINT proposal_event_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.proposal(id);

ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT proposal_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.provider_movement
    ADD CONSTRAINT provider_movement_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.queue_pause
    ADD CONSTRAINT queue_pause_paused_by_fkey FOREIGN KEY (paused_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ranking
    ADD CONSTRAINT ranking_certified_by_fkey FOREIGN KEY (certified_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.ranking
    ADD CONSTRAINT ranking_constituency_id_fkey FOREIGN KEY (constituency_id) REFERENCES public.constituency(id);

ALTER TABLE ONLY public.ranking_event
    ADD CONSTRAINT ranking_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.ranking_event
    ADD CONSTRAINT ranking_event_ranking_id_fkey FOREIGN KEY (ranking_id) REFERENCES public.ranking(id);

ALTER TABLE ONLY public.ranking
    ADD CONSTRAINT ranking_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.ranking_row
    ADD CONSTRAINT ranking_row_project_id_fkey FOREIGN KEY (project_id) REFERENCES public.project(id);

ALTER TABLE ONLY public.ranking_row
    ADD CONSTRAINT ranking_row_ranking_id_fkey FOREIGN KEY (ranking_id) REFERENCES public.ranking(id);

ALTER TABLE ONLY public.ranking
    ADD CONSTRAINT ranking_vote_import_id_fkey FOREIGN KEY (vote_import_id) REFERENCES public.vote_import(id);

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.payment(id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_pledge_id_fkey FOREIGN KEY (pledge_id) REFERENCES public.pledge(id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.reward
    ADD CONSTRAINT reward_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES public.campaign(id);

ALTER TABLE ONLY public.reward
    ADD CONSTRAINT reward_pick_up_point_id_fkey FOREIGN KEY (pick_up_point_id) REFERENCES public.pick_up_point(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT role_grant_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.saml_session
    ADD CONSTRAINT saml_session_token_hash_fkey FOREIGN KEY (token_hash) REFERENCES public.session(token_hash);

ALTER TABLE ONLY public.sandbox_delivery
    ADD CONSTRAINT sandbox_delivery_event_id_fkey FOREIGN KEY (event_id) REFERENCES public.sandbox_event(id);

ALTER TABLE ONLY public.sandbox_dispute
    ADD CONSTRAINT sandbox_dispute_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.sandbox_payment(id);

ALTER TABLE ONLY public.sandbox_event
    ADD CONSTRAINT sandbox_event_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.sandbox_payment(id);

ALTER TABLE ONLY public.sandbox_refund
    ADD CONSTRAINT sandbox_refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES public.sandbox_payment(id);

ALTER TABLE ONLY public.second_factor
    ADD CONSTRAINT second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.sign_in_link
    ADD CONSTRAINT sign_in_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_helped_id_fkey FOREIGN KEY (helped_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_helper_id_fkey FOREIGN KEY (helper_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_home_hash_fkey FOREIGN KEY (home_hash) REFERENCES public.session(token_hash);

ALTER TABLE ONLY public.stand_in
    ADD CONSTRAINT stand_in_token_hash_fkey FOREIGN KEY (token_hash) REFERENCES public.session(token_hash);

ALTER TABLE ONLY public.statement
    ADD CONSTRAINT statement_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.statement_line
    ADD CONSTRAINT statement_line_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES public.statement(id);

ALTER TABLE ONLY public.tie_resolution
    ADD CONSTRAINT tie_resolution_ranking_id_fkey FOREIGN KEY (ranking_id) REFERENCES public.ranking(id);

ALTER TABLE ONLY public.tie_resolution
    ADD CONSTRAINT tie_resolution_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.vote_count
    ADD CONSTRAINT vote_count_certified_by_fkey FOREIGN KEY (certified_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.vote_count
    ADD CONSTRAINT vote_count_constituency_id_fkey FOREIGN KEY (constituency_id) REFERENCES public.constituency(id);

ALTER TABLE ONLY public.vote_count_event
    ADD CONSTRAINT vote_count_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.vote_count_event
    ADD CONSTRAINT vote_count_event_vote_count_id_fkey FOREIGN KEY (vote_count_id) REFERENCES public.vote_count(id);

ALTER TABLE ONLY public.vote_count
    ADD CONSTRAINT vote_count_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.vote_count
    ADD CONSTRAINT vote_count_ranking_id_fkey FOREIGN KEY (ranking_id) REFERENCES public.ranking(id);

ALTER TABLE ONLY public.vote_import
    ADD CONSTRAINT vote_import_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES public.person(id);

ALTER TABLE ONLY public.vote_import
    ADD CONSTRAINT vote_import_process_id_fkey FOREIGN KEY (process_id) REFERENCES public.process(id);

ALTER TABLE ONLY public.voter_claim
    ADD CONSTRAINT voter_claim_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);

ALTER TABLE ONLY public.voter_claim
    ADD CONSTRAINT voter_claim_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES public.phase(id);

ALTER TABLE ONLY public.voter_claim
    ADD CONSTRAINT voter_claim_voter_id_fkey FOREIGN KEY (voter_id) REFERENCES public.voter(id);

ALTER TABLE ONLY public.voter
    ADD CONSTRAINT voter_constituency_id_fkey FOREIGN KEY (constituency_id) REFERENCES public.constituency(id);

ALTER TABLE ONLY public.voter
    ADD CONSTRAINT voter_phase_id_fkey FOREIGN KEY (phase_id) REFERENCES public.phase(id);

