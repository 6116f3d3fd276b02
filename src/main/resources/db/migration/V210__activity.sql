-- Joint activities: the register, what they book, what is published of them, and feeds of the calendar.

create table activity (
  id              uuid                     not null,
  number          varchar(40),
  case_number     varchar(30),
  title           varchar(200)             not null,
  title_en        varchar(200),
  pairing         varchar(40),
  host_org        varchar(20),
  activity_type   varchar(40)              not null,
  pillar          varchar(60),
  theme_party_day boolean                  not null,
  place           varchar(200),
  place_kind      varchar(20),
  starts_at       timestamp with time zone,
  ends_at         timestamp with time zone,
  day_note        varchar(200),                      -- what is known of the day where it is not stated
  status          varchar(20)              not null,
  risk            varchar(20),
  approval_level  varchar(20),
  participants    integer,
  minors          boolean                  not null,
  budget          numeric(14, 2),
  approved_amount numeric(14, 2),
  actual_cost     numeric(14, 2),
  attendance_rate integer,
  score           integer,
  plan_row        uuid,
  edition         integer                  not null, -- counted up when it is postponed or changed
  incident        boolean                  not null,
  reason          varchar(1000),
  confirmed_on    date,
  proposed_at     timestamp with time zone not null,
  search_key      varchar(600)             not null,
  provenance      varchar(10),
  evidence        varchar(1000),
  version         integer                  not null,
  constraint pk_activity primary key (id),
  constraint uk_activity_number unique (number),
  constraint uk_activity_case unique (case_number),
  constraint ck_activity_status check (status = any (array['DRAFT', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'PUBLISHED',
    'CONFIRMED', 'SETTLED', 'ARCHIVED', 'REJECTED', 'WITHDRAWN', 'LAPSED', 'CANCELLED', 'POSTPONED', 'NOT_EVIDENCED'])),
  constraint ck_activity_term check (ends_at is null or ends_at > starts_at)
);

create index ix_activity_proposed on activity (proposed_at desc, id);
create index ix_activity_start on activity (starts_at, id);

-- Every pairing an activity counts for.
create table activity_pairing (
  activity uuid        not null,
  pairing  varchar(40) not null,
  constraint pk_activity_pairing primary key (activity, pairing),
  constraint fk_activity_pairing_activity foreign key (activity) references activity (id)
);

create index ix_activity_pairing on activity_pairing (pairing, activity);

-- Every organisation that takes part.
create table activity_organisation (
  activity     uuid        not null,
  organisation varchar(20) not null,
  part         varchar(10) not null,
  constraint pk_activity_organisation primary key (activity, organisation),
  constraint fk_activity_organisation_activity foreign key (activity) references activity (id),
  constraint ck_activity_organisation_part check (part = any (array['HOST', 'CO_HOST', 'GUEST']))
);

create index ix_activity_organisation on activity_organisation (organisation, activity);

-- Cases opened for problems an activity found; the row of its table makes it once only.
create table activity_problem (
  activity    uuid        not null,
  row_no      integer     not null, -- from 1; 0 for the incident
  title       varchar(200) not null,
  case_number varchar(30),
  constraint pk_activity_problem primary key (activity, row_no),
  constraint fk_activity_problem_activity foreign key (activity) references activity (id)
);

-- Shared resources; the lock on the row keeps bookings of one resource apart.
create table resource (
  id           uuid                     not null,
  kind         varchar(10)              not null,
  owner_org    varchar(20)              not null,
  name         varchar(200)             not null,
  capacity     integer,
  contact      varchar(200),
  note         varchar(500),
  bookable     boolean                  not null,
  active       boolean                  not null,
  search_key   varchar(600)             not null,
  provenance   varchar(10),
  created_by   varchar(100)             not null,
  created_at   timestamp with time zone not null,
  updated_by   varchar(100)             not null,
  updated_at   timestamp with time zone not null,
  version      integer                  not null,
  constraint pk_resource primary key (id),
  constraint ck_resource_kind check (kind = any (array['VENUE', 'LECTURER', 'POLICY', 'TECH', 'JOB', 'OTHER']))
);

create index ix_resource_kind on resource (kind, name, id);

create table booking (
  id        uuid                     not null,
  resource  uuid                     not null,
  activity  uuid                     not null,
  starts_at timestamp with time zone not null,
  ends_at   timestamp with time zone not null,
  state     varchar(10)              not null,
  constraint pk_booking primary key (id),
  constraint fk_booking_resource foreign key (resource) references resource (id),
  constraint fk_booking_activity foreign key (activity) references activity (id),
  constraint ck_booking_state check (state = any (array['CONFIRMED', 'CANCELLED'])),
  constraint ck_booking_term check (ends_at > starts_at)
);

create index ix_booking_resource on booking (resource, state, starts_at);
create index ix_booking_activity on booking (activity, state);

-- What was published of an activity after three reviews by three people.
create table activity_news (
  id            uuid                     not null,
  activity      uuid                     not null,
  case_number   varchar(30)              not null,
  headline      varchar(100)             not null,
  body          varchar(4000)            not null,
  link          varchar(300),
  published_at  timestamp with time zone not null,
  first_review  varchar(100)             not null,
  second_review varchar(100)             not null,
  final_review  varchar(100)             not null,
  constraint pk_activity_news primary key (id),
  constraint uk_activity_news_activity unique (activity),
  constraint fk_activity_news_activity foreign key (activity) references activity (id),
  constraint ck_activity_news_reviews
    check (first_review <> second_review and first_review <> final_review and second_review <> final_review)
);

create index ix_activity_news_published on activity_news (published_at desc, id);

-- A private address under which somebody's calendar can be subscribed; only its hash is kept.
create table calendar_feed (
  id         uuid                     not null,
  username   varchar(100)             not null,
  token_hash varchar(64)              not null,
  created_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint pk_calendar_feed primary key (id),
  constraint uk_calendar_feed_token unique (token_hash)
);

create index ix_calendar_feed_username on calendar_feed (username);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('activity.highParticipants', 'NUMBER', 'person', 1, 100000, null, 'D', 200, 0),
  ('activity.mediumParticipants', 'NUMBER', 'person', 1, 100000, null, 'D', 201, 0),
  ('activity.highVehicles', 'NUMBER', 'count', 1, 100, null, 'D', 202, 0),
  ('activity.change.days', 'NUMBER', 'day', 0, 365, null, 'D', 203, 0),
  ('activity.change.participants', 'NUMBER', 'percent', 0, 1000, null, 'D', 204, 0),
  ('activity.change.budget', 'NUMBER', 'percent', 0, 1000, null, 'D', 205, 0),
  ('activity.variance', 'NUMBER', 'percent', 0, 1000, null, 'D', 206, 0),
  ('activity.outOfTownPerYear', 'NUMBER', 'count', 0, 100, null, 'R39', 207, 0),
  ('activity.outOfProvinceInTwoYears', 'NUMBER', 'count', 0, 100, null, 'R39', 208, 0);

insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('e6f881e9-ed34-535d-b4e8-677c0aa2f833', 'activity.highParticipants', '200', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('b9871c8b-6b6d-549d-8ba2-6a6feb83d86d', 'activity.mediumParticipants', '50', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('66b8b643-f51f-587a-8e17-c63f64f3f31d', 'activity.highVehicles', '2', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('6c22c499-9ffc-5184-a3b5-cd1da2d08209', 'activity.change.days', '7', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('500b846f-0bab-5181-95e6-8081ee511681', 'activity.change.participants', '50', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('a0117112-bbc9-560f-9004-55835d69c539', 'activity.change.budget', '10', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('bb02a53a-e51d-5653-a4b7-bae291537bab', 'activity.variance', '10', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('635fdf37-33fa-5607-99df-d7acbe9bca18', 'activity.outOfTownPerYear', '2', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('882b462f-7d47-507a-b5b2-65553915ea0b', 'activity.outOfProvinceInTwoYears', '1', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);
