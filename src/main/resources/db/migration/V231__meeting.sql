-- Meetings: 联席会议, 调度会, 启动仪式; their agendas, decisions, and what is to be done after them.

create table meeting (
  id               uuid                     not null,
  number           varchar(20),             -- allocated with the invitation
  case_number      varchar(40)              not null,
  meeting_type     varchar(12)              not null,
  state            varchar(10)              not null,
  purpose          varchar(200)             not null,
  meets_at         timestamp with time zone not null,
  place            varchar(200),
  chair            uuid,
  recorder         uuid,
  agenda_closes_at timestamp with time zone not null,
  agenda_closed    boolean                  not null,
  held_on          date,
  signed_at        timestamp with time zone,
  provenance       varchar(1),
  created_at       timestamp with time zone not null,
  updated_at       timestamp with time zone not null,
  version          integer                  not null,
  constraint pk_meeting primary key (id),
  constraint uk_meeting_number unique (number),
  constraint uk_meeting_case unique (case_number),
  constraint ck_meeting_type check (meeting_type = any (array['JOINT', 'SCHEDULING', 'LAUNCH'])),
  constraint ck_meeting_state check (state = any (array['PREPARING', 'INVITED', 'HELD', 'SIGNED', 'CANCELLED']))
);

create index ix_meeting_time on meeting (meets_at, id);
create index ix_meeting_state on meeting (state, meets_at);

create table meeting_attendee (
  meeting_id   uuid        not null,
  organisation varchar(20) not null,
  position     integer     not null,
  present      boolean,               -- null before the minutes
  person       varchar(200),
  constraint pk_meeting_attendee primary key (meeting_id, organisation),
  constraint fk_meeting_attendee foreign key (meeting_id) references meeting (id)
);

create index ix_meeting_attendee_org on meeting_attendee (organisation, meeting_id);

create table meeting_item (
  id           uuid          not null,
  meeting_id   uuid          not null,
  position     integer       not null,
  title        varchar(200)  not null,
  subject      varchar(40),             -- the case it is about
  proposer     varchar(20),
  background   varchar(2000),
  wanted       varchar(1000),
  rolled_from  uuid,
  rolled_into  uuid,
  state        varchar(10)   not null,
  discussion   varchar(2000),
  decision     varchar(1000),
  lead_org     varchar(20),
  co_orgs      varchar(200),
  deadline     date,
  delivery     varchar(10),             -- null: no case to tell
  delivered_at timestamp with time zone,
  constraint pk_meeting_item primary key (id),
  constraint fk_meeting_item_meeting foreign key (meeting_id) references meeting (id),
  constraint fk_meeting_item_rolled foreign key (rolled_from) references meeting_item (id),
  constraint ck_meeting_item_state check (state = any (array['OPEN', 'DECIDED', 'POSTPONED', 'TO_L4'])),
  constraint ck_meeting_item_delivery check (delivery = any (array['PENDING', 'DELIVERED', 'MISSED']))
);

create index ix_meeting_item_meeting on meeting_item (meeting_id, position);
create index ix_meeting_item_subject on meeting_item (subject, meeting_id);
create index ix_meeting_item_delivery on meeting_item (delivery, meeting_id);
create index ix_meeting_item_unfinished on meeting_item (state, rolled_into);

-- Light tasks, 跟进事项: of an organisation or of a role of the zone.
create table follow_up (
  id           uuid                     not null,
  kind         varchar(12)              not null,
  source       varchar(40)              not null,
  source_key   varchar(100)             not null,
  content      varchar(1500)            not null,
  organisation varchar(20),
  role         varchar(30),
  due_on       date                     not null,
  state        varchar(10)              not null,
  feedback     varchar(1000),
  done_by      varchar(60),
  done_at      timestamp with time zone,
  created_at   timestamp with time zone not null,
  version      integer                  not null,
  constraint pk_follow_up primary key (id),
  constraint uk_follow_up_source unique (source_key),
  constraint ck_follow_up_kind check (kind = any (array['DECISION', 'INVITATION', 'CADENCE'])),
  constraint ck_follow_up_state check (state = any (array['OPEN', 'DONE', 'DROPPED'])),
  constraint ck_follow_up_owner check ((organisation is null) <> (role is null))
);

create index ix_follow_up_organisation on follow_up (organisation, state, due_on, id);
create index ix_follow_up_role on follow_up (role, state, due_on, id);
create index ix_follow_up_state on follow_up (state, due_on, id);
create index ix_follow_up_key on follow_up (source, kind);

insert into parameter (parameter_key, kind, unit, minimum, maximum, choices, basis, sort, version) values
  ('meeting.noticeWd', 'NUMBER', 'working-day', 0, 60, null, 'D', 112, 0),
  ('meeting.minOrganisations', 'NUMBER', 'count', 1, 100, null, 'D', 114, 0);

insert into parameter_log (id, parameter_key, parameter_value, valid_from, reason, changed_by, changed_at, sequence) values
  ('7b8f2d30-0000-4000-8000-000000002301', 'meeting.noticeWd', '3', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1),
  ('7b8f2d30-0000-4000-8000-000000002302', 'meeting.minOrganisations', '3', date '2024-01-01', 'start value', 'system', timestamp with time zone '2024-01-01 00:00:00+08:00', 1);
