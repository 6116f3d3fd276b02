-- Plaques: ceremonies, batches, the plaques themselves, public notices and objections.

create table ceremony (
  id            uuid                     not null,
  title         varchar(200)             not null,
  place         varchar(200),
  planned_on    date                     not null,
  programme     varchar(40),
  state         varchar(20)              not null,
  award_started boolean                  not null, -- the case for its plaques was opened by itself
  held_on       date,
  note          varchar(1000),
  provenance    varchar(2),
  created_by    varchar(100)             not null,
  created_at    timestamp with time zone not null,
  updated_by    varchar(100)             not null,
  updated_at    timestamp with time zone not null,
  version       integer                  not null,
  constraint pk_ceremony primary key (id),
  constraint ck_ceremony_state check (state = any (array['PLANNED', 'HELD', 'CANCELLED'])),
  constraint ck_ceremony_held check ((state = 'HELD') = (held_on is not null)),
  constraint ck_ceremony_provenance check (provenance = any (array['S', 'S~', 'X', 'D']))
);

create index ix_ceremony_planned on ceremony (planned_on, id);

-- What was told to whom when a ceremony was held: one row for each case concerned.
create table ceremony_delivery (
  ceremony    uuid                     not null,
  case_number varchar(30)              not null,
  subject     varchar(200)             not null,
  outcome     varchar(20)              not null,
  at          timestamp with time zone not null,
  constraint pk_ceremony_delivery primary key (ceremony, case_number),
  constraint fk_ceremony_delivery_ceremony foreign key (ceremony) references ceremony (id),
  constraint ck_ceremony_delivery_outcome check (outcome = any (array['PENDING', 'DELIVERED', 'NOT_WAITING']))
);

create table plaque_batch (
  id          uuid                     not null,
  case_number varchar(30),
  collecting  boolean,                 -- true in the one batch that collects, else null
  award_type  varchar(20)              not null,
  ceremony    uuid,
  plaque_text varchar(30),
  issuer      varchar(60),
  basis_no    varchar(60),
  valid_from  date,
  valid_to    date,
  state       varchar(20)              not null,
  created_at  timestamp with time zone not null,
  version     integer                  not null,
  constraint pk_plaque_batch primary key (id),
  constraint uk_plaque_batch_case unique (case_number),
  constraint uk_plaque_batch_collecting unique (collecting),
  constraint fk_plaque_batch_ceremony foreign key (ceremony) references ceremony (id),
  constraint ck_plaque_batch_type check (award_type = any (array['NEW', 'RENEW', 'REPLACE', 'REVOKE', 'RECALL'])),
  constraint ck_plaque_batch_state check (state = any (array['COLLECTING', 'OPEN', 'CLOSED'])),
  constraint ck_plaque_batch_collecting check ((state = 'COLLECTING') = (collecting is not null)),
  constraint ck_plaque_batch_case check (state = 'COLLECTING' or case_number is not null)
);

create index ix_plaque_batch_ceremony on plaque_batch (ceremony, state);

insert into plaque_batch (id, collecting, award_type, state, created_at, version)
values ('7b8f2d30-0000-4000-8000-000000000001', true, 'NEW', 'COLLECTING', timestamp with time zone '2024-01-01 00:00:00+08:00', 0);

-- Who waits for a plaque: both sides of a pairing from the day it is in force.
create table batch_recipient (
  batch        uuid                     not null,
  organisation varchar(20)              not null,
  pairing      varchar(40)              not null,
  added_at     timestamp with time zone not null,
  constraint pk_batch_recipient primary key (batch, organisation),
  constraint fk_batch_recipient_batch foreign key (batch) references plaque_batch (id)
);

create table plaque (
  id           uuid                     not null,
  batch        uuid,
  organisation varchar(20)              not null,
  name_en      varchar(200)             not null, -- as it was when the number was given
  name_zh      varchar(200)             not null,
  pairing      varchar(40),
  number       varchar(40),
  sort_key     varchar(40),            -- year and running number, padded
  search_key   varchar(500)             not null,
  plaque_text  varchar(30)              not null,
  issuer       varchar(60),
  state        varchar(30)              not null,
  valid_from   date,
  valid_to     date,
  handed_on    date,
  hung_on      date,
  hang_place   varchar(20),
  reason       varchar(400),           -- why it was not awarded or is void
  replaced_by  varchar(40),
  recovered_on date,
  provenance   varchar(2),
  created_at   timestamp with time zone not null,
  updated_at   timestamp with time zone not null,
  version      integer                  not null,
  constraint pk_plaque primary key (id),
  constraint uk_plaque_number unique (number),
  constraint uk_plaque_batch_organisation unique (batch, organisation),
  constraint fk_plaque_batch foreign key (batch) references plaque_batch (id),
  constraint ck_plaque_state check (state = any (array['PROPOSED', 'APPROVED', 'NUMBERED', 'MADE', 'HANDED_OVER', 'HUNG', 'VALID',
    'UNDER_RECTIFICATION', 'EXPIRED', 'REVOKING', 'RECALLED', 'LOST', 'NOT_AWARDED', 'VOID'])),
  constraint ck_plaque_number check (state = any (array['PROPOSED', 'APPROVED', 'NOT_AWARDED']) or number is not null),
  constraint ck_plaque_sort_key check ((number is null) = (sort_key is null)),
  constraint ck_plaque_provenance check (provenance = any (array['S', 'S~', 'X', 'D']))
);

create index ix_plaque_sort_key on plaque (sort_key desc);
create index ix_plaque_organisation on plaque (organisation, sort_key desc);
create index ix_plaque_state on plaque (state, sort_key desc);

create table public_notice (
  id          uuid                     not null,
  batch       uuid                     not null,
  case_number varchar(30)              not null,
  plaque_text varchar(30)              not null,
  issuer      varchar(60)              not null,
  recipients  varchar(4000)            not null, -- codes, separated by commas, as published
  opened_at   timestamp with time zone not null,
  closes_at   timestamp with time zone not null,
  cancelled   boolean                  not null,
  constraint pk_public_notice primary key (id),
  constraint fk_public_notice_batch foreign key (batch) references plaque_batch (id)
);

create index ix_public_notice_opened on public_notice (opened_at desc, id);
create index ix_public_notice_case on public_notice (case_number);

create table objection (
  id           uuid                     not null,
  notice       uuid                     not null,
  number       integer                  not null,
  organisation varchar(20)              not null,
  raised_by    varchar(100)             not null,
  objector     varchar(100),           -- the name to be named; null for one who stays anonymous
  contact      varchar(200),           -- for those who check the objection, for nobody else
  claim        varchar(2000)            not null,
  state        varchar(20)              not null,
  findings     varchar(1000),
  raised_at    timestamp with time zone not null,
  settled_at   timestamp with time zone,
  constraint pk_objection primary key (id),
  constraint uk_objection_number unique (notice, number),
  constraint fk_objection_notice foreign key (notice) references public_notice (id),
  constraint ck_objection_state check (state = any (array['OPEN', 'UPHELD', 'DISMISSED'])),
  constraint ck_objection_settled check ((state = 'OPEN') = (settled_at is null))
);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('plaque.committeeAbove', 'NUMBER', 'count', 0, 1000, null, 'D', 441, 0),
  ('plaque.maxMonths', 'NUMBER', 'month', 1, 120, null, 'D', 491, 0),
  ('plaque.maxReworks', 'NUMBER', 'count', 0, 10, null, 'D', 501, 0);

insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('7b8f2d30-0000-4000-8000-000000000011', 'plaque.committeeAbove', '20', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('7b8f2d30-0000-4000-8000-000000000012', 'plaque.maxMonths', '36', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('7b8f2d30-0000-4000-8000-000000000013', 'plaque.maxReworks', '2', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);
