// Campaigns with their budget and rewards, and the pledges that people make.
import Literals

extension Migration {
  static let funding = Migration(
    number: 4, title: "funding",
    why: "A ranked project becomes a campaign; a pledge reserves stock and is keyed by its form.",
    sql: """
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
                                'keepWhatYouRaise')),
        currency              TEXT NOT NULL CHECK (currency = 'EUR'),
        minimum_pledge_cents  {int64} NOT NULL CHECK (minimum_pledge_cents > 0),
        opens_at              {time},
        closes_at             {time},
        extended_at           {time},
        author_id             TEXT NOT NULL REFERENCES person (id),
        reviewer_id           TEXT REFERENCES person (id),
        created_at            {time} NOT NULL,
        updated_at            {time} NOT NULL,
        CHECK (closes_at IS NULL OR opens_at IS NULL OR closes_at > opens_at),
        CHECK (reviewer_id IS NULL OR reviewer_id <> author_id)
      ) {strict}
      ;;
      CREATE INDEX campaign_status ON campaign (status, closes_at)
      ;;
      CREATE TABLE campaign_project (
        campaign_id  TEXT NOT NULL REFERENCES campaign (id),
        project_id   TEXT NOT NULL REFERENCES project (id),
        ranking_id   TEXT NOT NULL REFERENCES ranking (id),
        place        {int64} NOT NULL,
        ranked       {int64} NOT NULL,
        votes        {int64} NOT NULL,
        rule         TEXT NOT NULL,
        digest       TEXT NOT NULL,
        PRIMARY KEY (campaign_id, project_id)
      ) {strict}
      ;;
      CREATE TABLE campaign_event (
        id           TEXT PRIMARY KEY,
        campaign_id  TEXT NOT NULL REFERENCES campaign (id),
        from_status  TEXT,
        to_status    TEXT NOT NULL,
        reason       TEXT NOT NULL,
        actor_kind   TEXT NOT NULL,
        actor_id     TEXT REFERENCES person (id),
        occurred_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX campaign_event_campaign ON campaign_event (campaign_id)
      ;;
      CREATE TABLE campaign_outcome (
        campaign_id      TEXT PRIMARY KEY REFERENCES campaign (id),
        outcome          TEXT NOT NULL CHECK (outcome IN ('reached', 'belowTarget', 'notReached')),
        minimum_cents    {int64} NOT NULL,
        optimum_cents    {int64} NOT NULL,
        confirmed_cents  {int64} NOT NULL,
        pending_cents    {int64} NOT NULL,
        backers          {int64} NOT NULL,
        cut_off_at       {time} NOT NULL,
        decided_at       {time} NOT NULL,
        digest           TEXT NOT NULL
      ) {strict}
      ;;
      CREATE TABLE budget_line (
        id             TEXT PRIMARY KEY,
        campaign_id    TEXT NOT NULL REFERENCES campaign (id),
        position       {int64} NOT NULL,
        title_it       TEXT NOT NULL,
        title_en       TEXT NOT NULL,
        minimum_cents  {int64} NOT NULL CHECK (minimum_cents >= 0),
        optimum_cents  {int64} NOT NULL,
        CHECK (optimum_cents >= minimum_cents),
        UNIQUE (campaign_id, position)
      ) {strict}
      ;;
      CREATE TABLE pick_up_point (
        id               TEXT PRIMARY KEY,
        organisation_id  TEXT NOT NULL REFERENCES organisation (id),
        name             TEXT NOT NULL,
        address          TEXT NOT NULL,
        hours_it         TEXT NOT NULL,
        hours_en         TEXT NOT NULL
      ) {strict}
      ;;
      CREATE TABLE reward (
        id                TEXT PRIMARY KEY,
        campaign_id       TEXT NOT NULL REFERENCES campaign (id),
        position          {int64} NOT NULL,
        title_it          TEXT NOT NULL,
        title_en          TEXT NOT NULL,
        description_it    TEXT NOT NULL,
        description_en    TEXT NOT NULL,
        minimum_cents     {int64} NOT NULL CHECK (minimum_cents > 0),
        fair_value_cents  {int64} NOT NULL CHECK (fair_value_cents >= 0),
        stock             {int64} CHECK (stock >= 0),
        limit_per_donor   {int64} CHECK (limit_per_donor > 0),
        delivery          TEXT NOT NULL CHECK (delivery IN ('none', 'pickUp', 'shipping')),
        shipping_cents    {int64} NOT NULL CHECK (shipping_cents >= 0),
        pick_up_point_id  TEXT REFERENCES pick_up_point (id),
        delivered_from    TEXT,
        delivered_to      TEXT,
        perishable        {bool} NOT NULL,
        notice_it         TEXT NOT NULL,
        notice_en         TEXT NOT NULL,
        CHECK (fair_value_cents <= minimum_cents),
        CHECK (delivery = 'shipping' OR shipping_cents = 0),
        CHECK ((delivery = 'pickUp') = (pick_up_point_id IS NOT NULL)),
        UNIQUE (campaign_id, position)
      ) {strict}
      ;;
      CREATE TABLE backer (
        id          TEXT PRIMARY KEY,
        email       TEXT NOT NULL,
        email_key   TEXT NOT NULL UNIQUE,
        person_id   TEXT REFERENCES person (id),
        created_at  {time} NOT NULL
      ) {strict}
      ;;
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
        amount_cents        {int64} NOT NULL CHECK (amount_cents > 0),
        shipping_cents      {int64} NOT NULL CHECK (shipping_cents >= 0),
        reward_value_cents  {int64} NOT NULL CHECK (reward_value_cents >= 0),
        currency            TEXT NOT NULL CHECK (currency = 'EUR'),
        method              TEXT NOT NULL CHECK (method IN ('card', 'bankTransfer')),
        status              TEXT NOT NULL CHECK (status IN ('reserved', 'awaitingPayment',
                              'authorised', 'confirmed', 'paymentFailed', 'lapsed',
                              'cancelledByDonor', 'cancelledByAdmin', 'closed')),
        name_public         {bool} NOT NULL,
        amount_public       {bool} NOT NULL,
        name_to_owner       {bool} NOT NULL,
        tax_code            TEXT,
        ship_street         TEXT,
        ship_postcode       TEXT,
        ship_city           TEXT,
        ship_province       TEXT,
        reward_lost         {bool} NOT NULL,
        expires_at          {time},
        created_at          {time} NOT NULL,
        confirmed_at        {time},
        CHECK (reward_value_cents + shipping_cents <= amount_cents)
      ) {strict}
      ;;
      CREATE INDEX pledge_campaign ON pledge (campaign_id, status, created_at)
      ;;
      CREATE INDEX pledge_reward ON pledge (reward_id, status)
      ;;
      CREATE INDEX pledge_backer ON pledge (backer_id)
      ;;
      CREATE INDEX pledge_expiring ON pledge (expires_at)
        WHERE status IN ('reserved', 'awaitingPayment', 'paymentFailed')
      ;;
      CREATE TABLE pledge_event (
        id           TEXT PRIMARY KEY,
        pledge_id    TEXT NOT NULL REFERENCES pledge (id),
        from_status  TEXT,
        to_status    TEXT NOT NULL,
        reason       TEXT NOT NULL,
        actor_kind   TEXT NOT NULL,
        actor_id     TEXT REFERENCES person (id),
        occurred_at  {time} NOT NULL
      ) {strict}
      ;;
      CREATE INDEX pledge_event_pledge ON pledge_event (pledge_id)
      """)
}
