-- Releases at a time, processes nobody may begin any more, and running cases that are moved in the background.

alter table diagram_draft drop constraint ck_diagram_draft_state;
alter table diagram_draft add constraint ck_diagram_draft_state
  check (state = any (array['EDITING', 'SUBMITTED', 'PLANNED', 'RELEASED', 'REFUSED']));

create table planned_release (
  draft  uuid                     not null,
  due_at timestamp with time zone not null,
  constraint pk_planned_release primary key (draft),
  constraint fk_planned_release_draft foreign key (draft) references diagram_draft (id)
);
create index ix_planned_release_due on planned_release (due_at);

create table process_retired (
  process    varchar(64)              not null,
  retired_by varchar(64)              not null,
  retired_at timestamp with time zone not null,
  constraint pk_process_retired primary key (process)
);

create table process_move (
  id           uuid                     not null,
  process      varchar(64)              not null,
  from_version integer                  not null,
  to_version   integer                  not null,
  username     varchar(64)              not null,
  created_at   timestamp with time zone not null,
  constraint pk_process_move primary key (id)
);
create index ix_process_move_process on process_move (process, created_at);

create table process_move_item (
  move        uuid        not null,
  place       integer     not null,
  case_number varchar(40) not null,
  moved       boolean,      -- null: its turn has not come
  stands      varchar(1000),
  problem     varchar(200), -- message key
  constraint pk_process_move_item primary key (move, place),
  constraint fk_process_move_item_move foreign key (move) references process_move (id)
);
