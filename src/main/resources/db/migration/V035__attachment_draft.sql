create table attachment (
  id          uuid                     not null,
  name        varchar(200)             not null,
  media_type  varchar(100)             not null,
  size        bigint                   not null,
  sha256      varchar(64)              not null,
  owner       varchar(100)             not null, -- the account that brought it
  case_number varchar(40),                       -- null while it waits for a case
  stored_at   timestamp with time zone not null,
  keep_until  timestamp with time zone,          -- while it waits; then it may be deleted
  constraint pk_attachment primary key (id),
  constraint ck_attachment_size check (size > 0),
  constraint ck_attachment_waits check ((case_number is null) = (keep_until is not null))
);

create index ix_attachment_case on attachment (case_number, stored_at);
create index ix_attachment_owner on attachment (owner, case_number);
create index ix_attachment_keep_until on attachment (keep_until);

create table draft (
  owner      varchar(100)             not null, -- the account that typed it
  kind       varchar(10)              not null,
  subject    varchar(100)             not null, -- the process, or the id of the task
  data       text                     not null, -- what was typed, as JSON
  comment    text,
  updated_at timestamp with time zone not null,
  version    integer                  not null,
  constraint pk_draft primary key (owner, kind, subject),
  -- not "in (…)": H2 would bind the list to the connection of the migration, which is closed one day
  constraint ck_draft_kind check (kind = any (array['start', 'task']))
);

create index ix_draft_updated_at on draft (updated_at);
