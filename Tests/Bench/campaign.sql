-- One open campaign to measure with; the same words on both engines. {now} is in milliseconds.
INSERT INTO person (id, email, email_key, name, language, created_at)
     VALUES ('per_01kajh0000000000000000000a', 'marta@example.org', 'marta@example.org', 'Marta',
             'it', {now});
INSERT INTO organisation (id, slug, name, tax_code, place, about_it, about_en, created_at)
     VALUES ('org_01kajh0000000000000000000a', 'forno-oltre', 'Forno Oltre', '00743110157',
             'Lecce', '', '', {now});
INSERT INTO campaign (id, slug, organisation_id, status, title_it, title_en, summary_it, summary_en,
                      story_it, story_en, place, picture, funding_rule, currency,
                      minimum_pledge_cents, opens_at, closes_at, author_id, created_at, updated_at)
     VALUES ('cmp_01kajh0000000000000000000a', 'pane-e-liberta', 'org_01kajh0000000000000000000a',
             'live', 'Pane e libertà', 'Bread and freedom', 'Un forno in carcere che dà lavoro.',
             'A bakery in prison that gives work.', 'Il **pane** è buono.', 'The **bread** is good.',
             'Lecce', 'bread', 'keepWhatYouRaise', 'EUR', 500, {now} - 1000000, {now} + 1000000000,
             'per_01kajh0000000000000000000a', {now}, {now});
INSERT INTO budget_line (id, campaign_id, position, title_it, title_en, minimum_cents, optimum_cents)
     VALUES ('bgl_01kajh0000000000000000000a', 'cmp_01kajh0000000000000000000a', 1, 'Forno', 'Oven',
             100000, 150000);
