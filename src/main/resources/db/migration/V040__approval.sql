-- one row per user task, open or closed: the state that decisions are guarded by
create table work_item (
  id            varchar(64)              not null,
  case_number   varchar(30)              not null,
  process       varchar(64)              not null,
  definition    varchar(128)             not null,
  step          varchar(120)             not null,
  step_name     varchar(255)             not null,
  body          varchar(64)              not null,
  slot          varchar(80)              not null,
  asked         varchar(80)              not null,
  why           varchar(80)              not null,
  assignee      varchar(64),
  state         varchar(12)              not null,
  title_en      varchar(400)             not null,
  title_zh      varchar(400)             not null,
  requested_by  varchar(64)              not null,
  created_at    timestamp with time zone not null,
  due_at        timestamp with time zone,
  round         integer                  not null,
  review        boolean                  not null,
  reminders     integer                  not null,
  escalated     boolean                  not null,
  decided_by    varchar(64),
  decided_at    timestamp with time zone,
  decision      varchar(40),
  version       integer                  not null,
  constraint pk_work_item primary key (id),
  constraint fk_work_item_case foreign key (case_number) references case_file (number),
  constraint ck_work_item_state check (state = any (array['OPEN', 'DONE', 'CANCELLED']))
);
create index ix_work_item_case on work_item (case_number, created_at);
create index ix_work_item_asked on work_item (state, asked);

-- one row per person and task: what a person's lists are read from
create table work_share (
  username   varchar(64)              not null,
  task_id    varchar(64)              not null,
  view_name  varchar(10)              not null,
  process    varchar(64)              not null,
  sorted_at  timestamp with time zone not null,
  due_at     timestamp with time zone,
  constraint pk_work_share primary key (username, task_id),
  constraint fk_work_share_item foreign key (task_id) references work_item (id),
  constraint ck_work_share_view check (view_name = any (array['MINE', 'POOL', 'TAKEN', 'DONE']))
);
create index ix_work_share_view on work_share (username, view_name, sorted_at desc, task_id);
create index ix_work_share_task on work_share (task_id);

-- people who may not have a task although their role would give it to them
create table work_excluded (
  task_id  varchar(64)  not null,
  username varchar(64)  not null,
  reason   varchar(80)  not null,
  constraint pk_work_excluded primary key (task_id, username)
);

create table case_copy (
  username    varchar(64)              not null,
  case_number varchar(30)              not null,
  at          timestamp with time zone not null,
  constraint pk_case_copy primary key (username, case_number),
  constraint fk_case_copy_case foreign key (case_number) references case_file (number)
);
create index ix_case_copy_user on case_copy (username, at desc, case_number);

-- what a form's one-time token led to: a second sending of the same form changes nothing
create table sent_once (
  token    varchar(80)              not null,
  username varchar(64)              not null,
  answer   varchar(200)             not null,
  at       timestamp with time zone not null,
  constraint pk_sent_once primary key (token, username)
);
