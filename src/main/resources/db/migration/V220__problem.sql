-- Cases that only one role and who opened them may see.
alter table case_file add column reserved_for varchar(40);

create table problem (
  case_number     varchar(30)              not null,
  title           varchar(200)             not null,
  reporter_org    varchar(20)              not null,
  paired_org      varchar(20),
  pairing         varchar(40),
  kind            varchar(20)              not null,
  category        varchar(20)              not null,
  severity        varchar(2)               not null,
  ladder          varchar(2)               not null,
  state           varchar(24)              not null,
  confidential    boolean                  not null,
  channel         varchar(20)              not null,
  source_ref      varchar(60),
  reporter_name   varchar(60),
  reporter_phone  varchar(30),
  lead_department varchar(20),
  dispatch_count  integer                  not null,
  rework_count    integer                  not null,
  charge_count    integer                  not null,
  was_parked      boolean                  not null,
  answered        boolean                  not null,
  result_class    varchar(20),
  result_text     varchar(2000),
  satisfaction    integer,
  duplicate_of    varchar(30),
  parked_until    date,
  on_agenda       boolean                  not null default false,
  registered_at   timestamp with time zone not null,
  responded_at    timestamp with time zone,
  replied_at      timestamp with time zone,
  closed_at       timestamp with time zone,
  search_key      varchar(400)             not null,
  provenance      varchar(10),
  version         integer                  not null,
  constraint pk_problem primary key (case_number),
  constraint ck_problem_state check (state = any (array['REGISTERED', 'WAITING_REPORTER', 'ACCEPTED', 'L1_HANDLING', 'DISPATCHED',
    'HANDLING', 'RESULT_REVIEW', 'REPLIED', 'CONFIRMED', 'VISITED', 'ESCALATED_L3', 'ESCALATED_L4', 'ESCALATED_L5', 'DISPUTE', 'PARKED',
    'CLOSED_RESOLVED', 'CLOSED_EXPLAINED', 'CLOSED_OUT_OF_SCOPE', 'CLOSED_DUPLICATE', 'CLOSED_WITHDRAWN', 'CLOSED_NO_RESPONSE']))
);
create index ix_problem_registered on problem (registered_at desc, case_number);
create index ix_problem_reporter on problem (reporter_org, registered_at desc, case_number);
create index ix_problem_state on problem (state, registered_at desc, case_number);
create index ix_problem_lead on problem (lead_department, registered_at desc, case_number);
create index ix_problem_duplicate on problem (duplicate_of);
create index ix_problem_pairing on problem (pairing);

create table problem_dispatch (
  id            uuid                     not null,
  case_number   varchar(30)              not null,
  sequence      integer                  not null,
  source        varchar(12)              not null,
  lead          varchar(20)              not null,
  co_handlers   varchar(200)             not null,
  deadline      date,
  instruction   varchar(1000)            not null,
  dispatched_by varchar(100)             not null,
  dispatched_at timestamp with time zone not null,
  signed_by     varchar(100),
  signed_at     timestamp with time zone,
  deemed        boolean                  not null,
  handler       varchar(100),
  objected_by   varchar(100),
  objected_at   timestamp with time zone,
  objection     varchar(1000),
  ruled_by      varchar(100),
  ruled_at      timestamp with time zone,
  ruled_lead    varchar(20),
  ruling        varchar(1000),
  constraint pk_problem_dispatch primary key (id),
  constraint uk_problem_dispatch unique (case_number, sequence),
  constraint fk_problem_dispatch_problem foreign key (case_number) references problem (case_number)
);

create table problem_extension (
  id           uuid                     not null,
  case_number  varchar(30)              not null,
  requested_by varchar(100)             not null,
  requested_at timestamp with time zone not null,
  reason       varchar(1000)            not null,
  new_due      date                     not null,
  state        varchar(10)              not null,
  decided_by   varchar(100),
  decided_at   timestamp with time zone,
  note         varchar(500),
  constraint pk_problem_extension primary key (id),
  constraint fk_problem_extension_problem foreign key (case_number) references problem (case_number),
  constraint ck_problem_extension_state check (state = any (array['REQUESTED', 'GRANTED', 'REFUSED']))
);
create index ix_problem_extension_case on problem_extension (case_number);

create table supervision_notice (
  number       varchar(30)              not null,
  case_number  varchar(30)              not null,
  department   varchar(20)              not null,
  requirement  varchar(1000)            not null,
  new_deadline date                     not null,
  copy_leader  boolean                  not null,
  issued_by    varchar(100)             not null,
  issued_at    timestamp with time zone not null,
  file         uuid,
  constraint pk_supervision_notice primary key (number),
  constraint fk_supervision_notice_problem foreign key (case_number) references problem (case_number)
);
create index ix_supervision_notice_case on supervision_notice (case_number);

create table problem_parking (
  id              uuid                     not null,
  case_number     varchar(30)              not null,
  parked_at       timestamp with time zone not null,
  reason          varchar(1000)            not null,
  category        varchar(20)              not null,
  promised_review date                     not null,
  signed_by       varchar(100)             not null,
  next_action     varchar(500)             not null,
  ended_at        timestamp with time zone,
  constraint pk_problem_parking primary key (id),
  constraint fk_problem_parking_problem foreign key (case_number) references problem (case_number)
);
create index ix_problem_parking_case on problem_parking (case_number);

create table return_visit (
  id           uuid                     not null,
  case_number  varchar(30)              not null,
  visited_at   timestamp with time zone not null,
  visit_mode   varchar(10)              not null,
  person       varchar(60),
  finding      varchar(1000),
  result       varchar(20)              not null,
  satisfaction integer,
  visitor      varchar(100)             not null,
  constraint pk_return_visit primary key (id),
  constraint fk_return_visit_problem foreign key (case_number) references problem (case_number)
);
create index ix_return_visit_case on return_visit (case_number);

create table knowledge_item (
  id             uuid                     not null,
  category       varchar(20)              not null,
  question       varchar(200)             not null,
  answer         varchar(2000)            not null,
  source_problem varchar(30),
  valid_until    date,
  created_by     varchar(100)             not null,
  created_at     timestamp with time zone not null,
  search_key     varchar(600)             not null,
  provenance     varchar(10),
  version        integer                  not null,
  constraint pk_knowledge_item primary key (id)
);
create index ix_knowledge_item_category on knowledge_item (category, created_at desc, id);
create index ix_knowledge_item_created on knowledge_item (created_at desc, id);
