create table programme (
  code        varchar(20)  not null,
  title_en    varchar(300) not null,
  title_zh    varchar(300) not null,
  doc_no      varchar(60),
  starts_on   date         not null,
  ends_on     date         not null,
  max_per_gov integer,
  max_per_ent integer,
  closed      boolean      not null,
  provenance  varchar(10),
  version     integer      not null,
  constraint pk_programme primary key (code),
  constraint ck_programme_term check (ends_on > starts_on)
);

create table pairing (
  id                 uuid                     not null,
  number             varchar(40),
  case_number        varchar(30),
  programme          varchar(20)              not null,
  government_org     varchar(20)              not null,
  enterprise_org     varchar(20)              not null,
  status             varchar(20)              not null,
  focus_areas        varchar(200)             not null,
  term_start         date                     not null,
  term_end           date                     not null,
  government_liaison uuid,
  enterprise_liaison uuid,
  planned_activities integer                  not null,
  planned_deeds      integer                  not null,
  plaque_requested   boolean                  not null,
  key_pair           boolean                  not null,
  proposed_at        timestamp with time zone not null,
  approved_on        date,
  in_force_on        date,
  ended_on           date,
  ceremony_on        date,
  open_pair          varchar(41),             -- both organisations while the pair is taken, else null
  provenance         varchar(10),
  evidence           varchar(400),
  version            integer                  not null,
  constraint pk_pairing primary key (id),
  constraint uk_pairing_number unique (number),
  constraint uk_pairing_case unique (case_number),
  constraint uk_pairing_open_pair unique (open_pair),
  constraint fk_pairing_programme foreign key (programme) references programme (code),
  constraint ck_pairing_status check (status = any (array['DRAFT', 'CONSULTING', 'UNDER_REVIEW', 'APPROVED', 'IN_FORCE', 'SUSPENDED',
    'EXPIRING', 'RENEWED', 'EXPIRED', 'TERMINATED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'VOID'])),
  constraint ck_pairing_open_pair check ((open_pair is not null) =
    (status = any (array['CONSULTING', 'UNDER_REVIEW', 'APPROVED', 'IN_FORCE', 'SUSPENDED', 'EXPIRING'])))
);
create index ix_pairing_proposed on pairing (proposed_at desc, id);
create index ix_pairing_government on pairing (government_org, proposed_at desc, id);
create index ix_pairing_enterprise on pairing (enterprise_org, proposed_at desc, id);

create table agreement (
  id                   uuid        not null,
  pairing              uuid        not null,
  number               varchar(40) not null,
  version_no           integer     not null,
  made_on              date        not null,
  signed_government_on date,
  signed_enterprise_on date,
  file_id              uuid,
  voided               boolean     not null,
  constraint pk_agreement primary key (id),
  constraint uk_agreement_number unique (number),
  constraint fk_agreement_pairing foreign key (pairing) references pairing (id)
);
create index ix_agreement_pairing on agreement (pairing, version_no);

create table list_item (
  id             uuid         not null,
  pairing        uuid         not null,
  kind           varchar(10)  not null,
  row_no         integer      not null,
  side           varchar(20)  not null,
  owner_org      varchar(20)  not null,
  category       varchar(20)  not null,
  content        varchar(200) not null,
  detail         varchar(400),
  quantity       integer,
  available_from date,
  available_to   date,
  due_on         date,
  priority       varchar(10),
  linked_row     integer,
  reserved_key   varchar(300),               -- what may be promised to one pair at a time, while it is
  status         varchar(10)  not null,
  constraint pk_list_item primary key (id),
  constraint fk_list_item_pairing foreign key (pairing) references pairing (id),
  constraint ck_list_item_kind check (kind = any (array['RESOURCE', 'DEMAND', 'PROJECT'])),
  constraint ck_list_item_status check (status = any (array['OPEN', 'CLAIMED', 'DOING', 'DONE', 'DROPPED']))
);
create index ix_list_item_pairing on list_item (pairing, kind, row_no);
create index ix_list_item_reserved on list_item (reserved_key);

create table annual_plan_row (
  id             uuid         not null,
  pairing        uuid         not null,
  row_no         integer      not null,
  plan_month     varchar(7)   not null,
  theme          varchar(200) not null,
  form           varchar(20)  not null,
  host_side      varchar(20)  not null,
  place          varchar(200),
  people         integer,
  estimated_cost decimal(12, 2),
  funding_source varchar(20),
  constraint pk_annual_plan_row primary key (id),
  constraint fk_annual_plan_row_pairing foreign key (pairing) references pairing (id)
);
create index ix_annual_plan_row_pairing on annual_plan_row (pairing, row_no);
