-- Annual reviews of pairings, their evaluations, and measures against plaques.

alter table plaque add column revoked_on date;
alter table plaque add column recovery varchar(20);
alter table plaque add constraint ck_plaque_recovery check (recovery = any (array['RETURNED', 'LOST', 'REFUSED', 'INVALIDATED']));
create index ix_plaque_pairing on plaque (pairing);

-- One row for each pairing and year: whoever inserts it starts the case.
create table annual_review (
  id          uuid                     not null,
  pairing     varchar(40)              not null,
  review_year integer                  not null,
  case_number varchar(30),
  result      varchar(20),             -- of the table annual-result
  outcome     varchar(40),             -- how the case ended
  started_at  timestamp with time zone not null,
  closed_at   timestamp with time zone,
  constraint pk_annual_review primary key (id),
  constraint uk_annual_review unique (pairing, review_year),
  constraint uk_annual_review_case unique (case_number),
  constraint ck_annual_review_result check (result = any (array['KEEP', 'RECTIFY', 'REVOKE_PROPOSED', 'RECALL']))
);

create table evaluation (
  id              uuid                     not null,
  pairing         varchar(40)              not null,
  government_org  varchar(20)              not null,
  enterprise_org  varchar(20)              not null,
  search_key      varchar(900)             not null,
  evaluation_year integer                  not null,
  kind            varchar(20)              not null,
  organisation    varchar(20),             -- whose renewal was scored; null for the pairing as such
  case_number     varchar(30)              not null,
  bonus           numeric(4, 1)            not null,
  deduction       numeric(4, 1)            not null,
  total           numeric(5, 1)            not null,
  band            varchar(20)              not null, -- by points alone
  grade           varchar(20)              not null, -- with the share of excellent ones kept
  violation       varchar(30)              not null,
  activities      integer,
  remark          varchar(1000),
  reviewers       varchar(500)             not null,
  evaluated_at    timestamp with time zone not null,
  version         integer                  not null,
  constraint pk_evaluation primary key (id),
  constraint uk_evaluation_case unique (case_number, organisation),
  constraint ck_evaluation_kind check (kind = any (array['ANNUAL', 'RENEWAL'])),
  constraint ck_evaluation_band check (band = any (array['EXCELLENT', 'GOOD', 'PASS', 'FAIL'])),
  constraint ck_evaluation_grade check (grade = any (array['EXCELLENT', 'GOOD', 'PASS', 'FAIL']))
);

create index ix_evaluation_year on evaluation (evaluation_year desc, evaluated_at desc, id);
create index ix_evaluation_pairing on evaluation (pairing, evaluation_year desc);
create index ix_evaluation_government on evaluation (government_org, evaluation_year desc);
create index ix_evaluation_enterprise on evaluation (enterprise_org, evaluation_year desc);

create table evaluation_score (
  evaluation uuid          not null,
  criterion  varchar(20)   not null,
  weight     integer       not null,
  computed   numeric(5, 1),            -- null where no register knows
  points     numeric(5, 1) not null,
  reason     varchar(200),
  constraint pk_evaluation_score primary key (evaluation, criterion),
  constraint fk_evaluation_score foreign key (evaluation) references evaluation (id),
  constraint ck_evaluation_score_points check (points >= 0 and points <= weight)
);

-- What is done about one plaque: put right, revoked, recalled. At most one at a time.
create table plaque_measure (
  id              uuid                     not null,
  case_number     varchar(30)              not null,
  plaque          varchar(40)              not null,
  open_plaque     varchar(40),             -- the same while the measure runs
  organisation    varchar(20)              not null,
  kind            varchar(20)              not null,
  state_before    varchar(30)              not null,
  reason          varchar(40),
  rectify_until   date,
  extended        boolean                  not null,
  decision        varchar(20),
  decided_by      varchar(100),
  decided_on      date,
  appeal_until    timestamp with time zone,
  appealed_by     varchar(100),
  appealed_at     timestamp with time zone,
  appeal_decision varchar(20),
  recovery        varchar(20),
  recovered_on    date,
  outcome         varchar(20),
  opened_at       timestamp with time zone not null,
  closed_at       timestamp with time zone,
  version         integer                  not null,
  constraint pk_plaque_measure primary key (id),
  constraint uk_plaque_measure_case unique (case_number, plaque),
  constraint uk_plaque_measure_open unique (open_plaque),
  constraint ck_plaque_measure_kind check (kind = any (array['RECTIFY', 'REVOKE', 'RECALL'])),
  constraint ck_plaque_measure_closed check ((open_plaque is null) = (closed_at is not null)),
  constraint ck_plaque_measure_outcome check (outcome = any (array['KEPT', 'RETIRED', 'ABANDONED']))
);

create index ix_plaque_measure_plaque on plaque_measure (plaque, opened_at desc);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('plaque.rectifyExtensionDays', 'NUMBER', 'day', 1, 90, null, 'D', 481, 0),
  ('plaque.noticeForRenewal', 'FLAG', null, null, null, null, 'D', 451, 0),
  ('plaque.renewBeforeDays', 'NUMBER', 'day', 1, 365, null, 'D', 512, 0),
  ('evaluation.weight.agreement', 'NUMBER', 'point', 0, 100, null, 'D', 571, 0),
  ('evaluation.weight.activities', 'NUMBER', 'point', 0, 100, null, 'D', 572, 0),
  ('evaluation.weight.meetings', 'NUMBER', 'point', 0, 100, null, 'D', 573, 0),
  ('evaluation.weight.deeds', 'NUMBER', 'point', 0, 100, null, 'D', 574, 0),
  ('evaluation.weight.problems', 'NUMBER', 'point', 0, 100, null, 'D', 575, 0),
  ('evaluation.weight.rating', 'NUMBER', 'point', 0, 100, null, 'D', 576, 0),
  ('evaluation.maxBonus', 'NUMBER', 'point', 0, 20, null, 'D', 577, 0),
  ('evaluation.maxDeduction', 'NUMBER', 'point', 0, 50, null, 'D', 578, 0),
  ('evaluation.panelMin', 'NUMBER', 'person', 1, 15, null, 'D', 579, 0),
  ('evaluation.panelMax', 'NUMBER', 'person', 1, 15, null, 'D', 580, 0);

insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('a1f0d240-0000-4000-8000-000000000001', 'plaque.rectifyExtensionDays', '15', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-00000000000e', 'plaque.noticeForRenewal', 'true', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000003', 'plaque.renewBeforeDays', '60', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000004', 'evaluation.weight.agreement', '15', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000005', 'evaluation.weight.activities', '25', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000006', 'evaluation.weight.meetings', '10', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000007', 'evaluation.weight.deeds', '20', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000008', 'evaluation.weight.problems', '20', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-000000000009', 'evaluation.weight.rating', '10', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-00000000000a', 'evaluation.maxBonus', '5', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-00000000000b', 'evaluation.maxDeduction', '10', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-00000000000c', 'evaluation.panelMin', '3', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a1f0d240-0000-4000-8000-00000000000d', 'evaluation.panelMax', '5', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);

-- Breaches on record: who has one open gets no plaque.
create table breach (
  id           uuid                     not null,
  organisation varchar(20)              not null,
  kind         varchar(30)              not null,
  found_on     date                     not null,
  source       varchar(200)             not null,
  note         varchar(1000),
  settled_on   date,
  settlement   varchar(1000),
  recorded_by  varchar(100)             not null,
  recorded_at  timestamp with time zone not null,
  version      integer                  not null,
  constraint pk_breach primary key (id),
  constraint ck_breach_kind check (kind = any (array['DISCIPLINE_SERIOUS', 'DISHONESTY', 'ACCIDENT', 'COMMERCIAL_MISUSE', 'FALSE_RECORDS'])),
  constraint ck_breach_settled check ((settled_on is null) = (settlement is null))
);

create index ix_breach_organisation on breach (organisation, found_on desc);
create index ix_breach_found on breach (found_on desc, id);
